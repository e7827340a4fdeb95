import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Refusal } from '#kernel';
import { type ByteSource } from './byte-source.js';
import { type ZipEntry, zipEntryStart } from './zip-directory.js';

const CHUNK = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

/**
 * The unpacked bytes of one entry, piece by piece. The declared size is held: what unpacks to more is stopped at that
 * very byte, since a directory can lie.
 * @throws Refusal `file_damaged` (odd packing, another size than declared, broken data)
 */
export async function* zipPart(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const start = await zipEntryStart(source, entry);
  if (start === null || ![STORED, DEFLATED].includes(entry.method)) throw damaged(entry);
  let size = 0;
  try {
    for await (const chunk of unpackedStream(source, entry, start) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > entry.size) throw damaged(entry);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Refusal || !isZlibError(error) ? error : damaged(entry);
  }
  if (size !== entry.size) throw damaged(entry);
}

const damaged = ({ name }: ZipEntry): Refusal => new Refusal('file_damaged', { part: name.slice(0, 100) });

const isZlibError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');

function unpackedStream(source: ByteSource, entry: ZipEntry, start: number): Readable {
  const packed = Readable.from(packedChunks(source, start, entry.packedSize));
  if (entry.method === STORED) return packed;
  // The callback is what makes a failure of either end reach whoever iterates.
  return pipeline(packed, createInflateRaw(), () => undefined);
}

async function* packedChunks(source: ByteSource, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < start + length; at += CHUNK) {
    const chunk = await source.read(at, Math.min(CHUNK, start + length - at));
    if (chunk.length === 0) return;
    yield chunk;
  }
}
