import { type ByteSource, extensionOf, zipContent } from '#documents';
import { Refusal } from '#kernel';
import { requireReadablePackage } from './xlsx/package.js';

const HEAD = 4096;
const CSV_NAMES = ['csv', 'txt', 'tsv'];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MARKUP = /^\s*<(?:!doctype|html|head|body|table|meta|style|\?xml|xml|\?mso)/i;
/** Formats that people rename: PDF, pictures, compressed archives, rich text. */
const BINARY = /^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\{\\rtf)/;

/**
 * What a file to import is, by its content; its name only has to agree.
 * @throws Refusal `file_empty`, `import_file_encrypted`, `import_old_excel_refused`, `import_markup_refused`,
 * `file_macros_refused`, `import_unpacks_too_large`, `file_damaged`, `import_file_type_refused`, `file_type_mismatch`
 */
export async function judgeImportFile(source: ByteSource, fileName: string): Promise<'xlsx' | 'csv'> {
  if (source.size === 0) throw new Refusal('file_empty');
  const head = await source.read(0, HEAD);
  const extension = extensionOf(fileName);
  if (OLE.every((byte, index) => head[index] === byte)) throw await compoundRefusal(source);
  // One character for each byte: TextDecoder would read latin1 as Windows-1252.
  const start = Array.from(head.subarray(0, 256), (byte) => String.fromCharCode(byte)).join('');
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(start)) return requireXlsx(source, extension);
  return requireText(start.replace(/^\xef\xbb\xbf/, '').replaceAll('\0', ''), extension);
}

/** Office before 2007, and every office file that is locked with a password, lie in the same kind of container. */
async function compoundRefusal(source: ByteSource): Promise<Refusal> {
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  const chunk = 256 * 1024;
  for (let at = 0; at < source.size; at += chunk) {
    const bytes = Buffer.from(await source.read(at, chunk + mark.length));
    if (bytes.includes(mark)) return new Refusal('import_file_encrypted');
  }
  return new Refusal('import_old_excel_refused');
}

async function requireXlsx(source: ByteSource, extension: string): Promise<'xlsx'> {
  await requireReadablePackage(source);
  const found = await zipContent(source);
  if (found === 'macros') throw new Refusal('file_macros_refused', { extension });
  if (found === 'damaged') throw new Refusal('file_damaged', { extension });
  if (found !== 'xlsx') throw new Refusal('import_file_type_refused', { extension, found });
  if (extension !== 'xlsx') throw new Refusal('file_type_mismatch', { extension, found });
  return 'xlsx';
}

function requireText(start: string, extension: string): 'csv' {
  if (MARKUP.test(start)) throw new Refusal('import_markup_refused', { extension });
  if (BINARY.test(start)) throw new Refusal('import_file_type_refused', { extension });
  if (!CSV_NAMES.includes(extension)) throw new Refusal('file_type_mismatch', { extension, found: 'csv' });
  return 'csv';
}
