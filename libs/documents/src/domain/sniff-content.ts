import { fileTypeFromBuffer } from 'file-type';
import { type ByteSource } from './byte-source.js';
import { type FileType } from './allowed-types.js';
import { zipContent } from './ooxml-content.js';

/** What the bytes are, whatever they are called. */
export type Sniffed =
  | { found: FileType }
  | { found: 'archive' | 'macros' | 'damaged' | 'empty' }
  | { found: 'other'; contentType: string | null };

const HEAD = 4100;
const PDF_TAIL = 2048;
const ARCHIVES =
  /^application\/(zip|x-7z|x-rar|vnd\.rar|x-tar|gzip|x-gzip|x-bzip|x-xz|zstd|x-lz4|x-compress|x-lzip|x-lzh|x-arj|vnd\.ms-cab|x-ace|java-archive|x-unix-archive)/;
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Finds out what a file is from its content alone. */
export async function sniffContent(source: ByteSource): Promise<Sniffed> {
  if (source.size === 0) return { found: 'empty' };
  const head = await source.read(0, HEAD);
  const start = ascii(head.subarray(0, 5));
  if (start === '%PDF-') return { found: (await hasPdfEnd(source)) ? 'pdf' : 'damaged' };
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(start)) return { found: await zipContent(source) };
  return simpleType((await fileTypeFromBuffer(head))?.mime ?? null);
}

function simpleType(mime: string | null): Sniffed {
  if (mime === 'image/png') return { found: 'png' };
  if (mime === 'image/jpeg') return { found: 'jpeg' };
  if (mime !== null && ARCHIVES.test(mime)) return { found: 'archive' };
  return { found: 'other', contentType: mime === 'application/pdf' ? null : mime };
}

async function hasPdfEnd(source: ByteSource): Promise<boolean> {
  const tail = await source.read(Math.max(0, source.size - PDF_TAIL), PDF_TAIL);
  return ascii(tail).includes('%%EOF');
}
