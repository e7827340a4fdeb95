import { fileTypeFromBuffer } from 'file-type';
import { type ByteSource } from './byte-source.js';
import { type FileType } from './allowed-types.js';
import { endingOf } from './file-ending.js';
import { zipContent } from './ooxml-content.js';

/** What the bytes are, whatever they are called. */
export type Sniffed =
  | { found: FileType }
  | { found: 'archive' | 'macros' | 'damaged' | 'empty' }
  | { found: 'other'; contentType: string | null };

const HEAD = 4100;
/** Version, then the end of the word: `%PDF-1.4<script>` is a PDF to nobody but a careless reader. */
const PDF_HEADER = /^%PDF-[12]\.\d\s/;
const ARCHIVES =
  /^application\/(zip|x-7z|x-rar|vnd\.rar|x-tar|gzip|x-gzip|x-bzip|x-xz|zstd|x-lz4|x-compress|x-lzip|x-lzh|x-arj|vnd\.ms-cab|x-ace|java-archive|x-unix-archive)/;
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Finds out what a file is from its content alone. */
export async function sniffContent(source: ByteSource): Promise<Sniffed> {
  if (source.size === 0) return { found: 'empty' };
  const head = await source.read(0, HEAD);
  const start = ascii(head.subarray(0, 16));
  if (PDF_HEADER.test(start)) return whole('pdf', source);
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(start)) return { found: await zipContent(source) };
  return simpleType((await fileTypeFromBuffer(head))?.mime ?? null, source);
}

async function simpleType(mime: string | null, source: ByteSource): Promise<Sniffed> {
  if (mime === 'image/png') return whole('png', source);
  if (mime === 'image/jpeg') return whole('jpeg', source);
  if (mime !== null && ARCHIVES.test(mime)) return { found: 'archive' };
  return { found: 'other', contentType: mime === 'application/pdf' ? null : mime };
}

async function whole(type: 'pdf' | 'png' | 'jpeg', source: ByteSource): Promise<Sniffed> {
  const ending = await endingOf(type, source);
  if (ending === 'whole') return { found: type };
  return { found: ending === 'archive' ? 'archive' : 'damaged' };
}
