import { readFileSync } from 'node:fs';
import { Refusal } from '#kernel';
import { strToU8, zipSync } from 'fflate';
import { acceptFile } from './accept-file.js';
import { ALLOWED_TYPES } from './allowed-types.js';
import { bytesInMemory } from './byte-source.js';

const file = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/files/${name}`, import.meta.url)));
const accept = (bytes: Uint8Array, fileName: string, contentType: string | null = null) =>
  acceptFile(bytesInMemory(bytes), { fileName, contentType });
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Refusal ? error.code : `no refusal: ${String(error)}`;
};

describe('acceptFile', () => {
  it.each([
    ['letter.pdf', 'pdf'],
    ['photo.png', 'png'],
    ['photo.jpg', 'jpeg'],
    ['report.docx', 'docx'],
    ['machines.xlsx', 'xlsx'],
  ] as const)('takes %s for what it is', async (name, type) => {
    const { contentType } = ALLOWED_TYPES[type];
    await expect(accept(file(name), name, contentType)).resolves.toEqual({ fileName: name, contentType });
    await expect(accept(file(name), name.toUpperCase(), 'application/octet-stream')).resolves.toMatchObject({
      contentType,
    });
    await expect(accept(file(name), name, null)).resolves.toMatchObject({ contentType });
  });

  it.each([
    ['empty.pdf', 'empty.pdf', null, 'file_empty'],
    ['plain.zip', 'plain.zip', 'application/zip', 'archive_refused'],
    ['plain.zip', 'report.docx', null, 'archive_refused'],
    ['macro-enabled.xlsx', 'macro-enabled.xlsx', null, 'file_macros_refused'],
    ['macro-carrying.xlsx', 'macro-carrying.xlsx', null, 'file_macros_refused'],
    ['cut-off.pdf', 'cut-off.pdf', null, 'file_damaged'],
    ['cut-off.docx', 'cut-off.docx', null, 'file_damaged'],
    ['page.html', 'page.pdf', 'application/pdf', 'file_type_mismatch'],
    ['page.html', 'page.html', 'text/html', 'file_type_not_allowed'],
    ['notes.txt', 'notes.txt', 'text/plain', 'file_type_not_allowed'],
    ['old-word.doc', 'old-word.doc', 'application/msword', 'file_type_not_allowed'],
    ['letter.pdf', 'letter.png', null, 'file_type_mismatch'],
    ['letter.pdf', 'letter', null, 'file_type_mismatch'],
    ['letter.pdf', 'letter.pdf', 'image/png', 'file_type_mismatch'],
    ['machines.xlsx', 'machines.docx', null, 'file_type_mismatch'],
    ['letter.pdf', 'letter\u202Efdp.exe', null, 'file_type_mismatch'],
  ])('%s called %j and declared %j is refused: %s … %s', async (name, calledName, declared, code) => {
    expect(await refusalOf(accept(file(name), calledName, declared))).toBe(code);
  });

  it.each([
    ['1f8b0800000000000003', 'archive_refused'],
    ['377abcaf271c00040000', 'archive_refused'],
    ['526172211a0701000000', 'archive_refused'],
  ])('refuses the archive %s', async (head, code) => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(300)]));
    expect(await refusalOf(accept(bytes, 'a.pdf'))).toBe(code);
  });

  it('does not take a PDF that begins with something else', async () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('<html>'), file('letter.pdf')]));
    expect(await refusalOf(accept(bytes, 'letter.pdf'))).toBe('file_type_mismatch');
  });

  const bytes = (...parts: (string | Uint8Array)[]) =>
    new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))));
  const zip = zipSync({ 'run.js': strToU8('alert(1)') });
  const moved = (before: Uint8Array, ...after: string[]) => {
    const whole = Buffer.from(bytes(before, zip, ...after));
    const end = whole.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    whole.writeUInt32LE(whole.readUInt32LE(end + 16) + before.length, end + 16);
    return new Uint8Array(whole);
  };

  it.each([
    ['a PDF before a ZIP', 'a.pdf', bytes(file('letter.pdf'), zip), 'archive_refused'],
    ['a PDF before a ZIP that knows of it', 'a.pdf', moved(file('letter.pdf')), 'archive_refused'],
    ['a PDF around a ZIP', 'a.pdf', bytes('%PDF-1.4\n', zip, '\n%%EOF'), 'archive_refused'],
    ['a PNG before a ZIP', 'a.png', bytes(file('photo.png'), zip), 'archive_refused'],
    ['a JPEG before a ZIP', 'a.jpg', moved(file('photo.jpg'), '\xff\xd9'), 'archive_refused'],
    ['a script as a PDF', 'a.pdf', bytes('%PDF-1.4<script>', zip, '%%EOF'), 'file_type_mismatch'],
    ['a PDF of no version', 'a.pdf', bytes('%PDF-9.9\n%%EOF'), 'file_type_mismatch'],
    ['the first 64 bytes of a PNG', 'a.png', file('photo.png').subarray(0, 64), 'file_damaged'],
    ['a PNG with something behind it', 'a.png', bytes(file('photo.png'), '<script>'), 'file_damaged'],
    ['the first 20 bytes of a JPEG', 'a.jpg', file('photo.jpg').subarray(0, 20), 'file_damaged'],
    ['a JPEG without its end', 'a.jpg', file('photo.jpg').subarray(0, -1), 'file_damaged'],
  ])('refuses %s', async (_what, name, content, code) => {
    expect(await refusalOf(accept(content, name))).toBe(code);
  });

  it.each([
    ['a.png', bytes(file('photo.png'), '\0\0\0')],
    ['a.jpg', bytes(file('photo.jpg'), '\r\n')],
    ['a.pdf', bytes(file('letter.pdf'), '\r\n')],
    ['a.pdf', bytes('%PDF-2.0\r\n', file('letter.pdf'))],
    ['a.pdf', bytes('%PDF-1.7\nPK\x05\x06', 'x'.repeat(40), '\n%%EOF\n')],
  ])('%#: takes %s with padding, or with bytes that only look like an archive', async (name, content) => {
    await expect(accept(content, name)).resolves.toMatchObject({ fileName: name });
  });

  it('takes a document apart only as far as its list of types: a bomb is an archive', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('x'),
      'word/document.xml': [new Uint8Array(8), { level: 0 }],
    });
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const entry = Buffer.from(bomb).lastIndexOf('word/document.xml') - 46;
    view.setUint32(entry + 24, 0xffff_fff0, true);
    expect(await refusalOf(accept(bomb, 'a.docx'))).toBe('archive_refused');
  });

  it('refuses an encrypted office file', async () => {
    const locked = file('report.docx');
    const entry = Buffer.from(locked).lastIndexOf('word/document.xml') - 46;
    new DataView(locked.buffer, locked.byteOffset).setUint16(entry + 8, 1, true);
    expect(await refusalOf(accept(locked, 'a.docx'))).toBe('archive_refused');
  });

  it('survives any truncation of an office file with a named refusal', async () => {
    const whole = file('machines.xlsx');
    for (let length = 1; length < whole.length; length += 37) {
      expect(await refusalOf(accept(whole.slice(0, length), 'a.xlsx'))).toMatch(
        /^(file_damaged|archive_refused|file_type_mismatch)$/,
      );
    }
  });
});
