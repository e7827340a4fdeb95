import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Refusal } from '#kernel';
import { isMissing, pathOfKey } from './local-disk.js';

/**
 * SHA-256 of the bytes stored under a key below a folder, read anew, lower-case hex; null when there are none, or when
 * the key is none of the store.
 */
export async function storedHash(folder: string, key: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(pathOfKey(folder, key)) as AsyncIterable<Buffer>)
      hash.update(chunk);
  } catch (error) {
    if (isMissing(error) || error instanceof Refusal) return null;
    throw error;
  }
  return hash.digest('hex');
}
