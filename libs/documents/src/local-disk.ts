import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#kernel';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

const RETRY_SECONDS = 10;

/** The refusal for a disk that does not do its work. */
export const storageUnavailable = (reason = 'unreadable'): Refusal =>
  new Refusal('storage_unavailable', { reason, retryAfterSeconds: RETRY_SECONDS });

/** Runs disk work and turns its failure into the one refusal that callers know; the reason is the system's error code. */
export async function onDisk<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw storageUnavailable(codeOf(error));
  }
}

export const keyOfHash = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

/** The path of a key; anything that is not a key of this store is refused, so no path can be smuggled in. */
export function pathOfKey(root: string, key: string): string {
  if (!/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(key)) throw new Refusal('stored_bytes_lost', { key });
  return join(root, key);
}

/** Makes a rename durable. Windows cannot open folders, there the file system's own journal has to do. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
