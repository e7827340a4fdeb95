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
