import { createHash } from 'node:crypto';
import { type FileHandle } from 'node:fs/promises';
import { type Readable } from 'node:stream';
import { Refusal } from '#kernel';
import { onDisk } from './local-disk.js';

/**
 * Writes a stream to a file and flushes it to the disk, hashing on the way; stops at the first byte above the limit.
 * @throws Refusal `file_too_large`, `upload_interrupted` (the source failed), `storage_unavailable` (the disk did).
 */
export async function copyHashed(
  source: Readable,
  handle: FileHandle,
  maxBytes: number,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new Refusal('file_too_large', { maxBytes });
      hash.update(chunk);
      await onDisk(() => handle.writeFile(chunk));
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('upload_interrupted');
  }
  await onDisk(() => handle.sync());
  return { sha256: hash.digest('hex'), size };
}
