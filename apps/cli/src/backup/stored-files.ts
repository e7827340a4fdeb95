import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BackupFault, type BackupFaultCode } from './backup-fault.js';
import { measured, writePart } from './parts.js';

const STORAGE = 'storage';
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/([0-9a-f]{64})$/;
const hashOfKey = (key: string): string | undefined => KEY.exec(key)?.[1];

/** The keys of a list of stored files, line by line. */
export async function* keysOf(list: string): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(list), crlfDelay: Infinity });
  for await (const line of lines) if (line !== '') yield line;
}

/**
 * Copies the files of a list, each checked against its name on the way: names are hashes, so the copy of a file that
 * rotted is noticed now and not when it is needed. @throws BackupFault by the given codes
 */
async function copyFiles(
  keys: AsyncIterable<string>,
  { from, to, lost }: { from: string; to: string; lost: BackupFaultCode },
): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  for await (const key of keys) {
    const hash = hashOfKey(key);
    if (hash === undefined) throw new BackupFault(lost, key);
    const copied = await writePart(to, key, () => createReadStream(join(from, key))).catch(
      (error: unknown) => {
        throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new BackupFault(lost, key, error) : error;
      },
    );
    if (copied.sha256 !== hash) throw new BackupFault(lost, key);
    files += 1;
    bytes += copied.size;
  }
  return { files, bytes };
}

/** Copies what the snapshot refers to into a backup. Files are written once: what the snapshot names is there since. */
export const saveFiles = (list: string, storageFolder: string, backup: string) =>
  copyFiles(keysOf(list), { from: storageFolder, to: join(backup, STORAGE), lost: 'stored_file_lost' });

/** Copies the files of a backup into a storage folder. */
export const restoreFiles = (list: string, backup: string, storageFolder: string) =>
  copyFiles(keysOf(list), { from: join(backup, STORAGE), to: storageFolder, lost: 'part_missing' });

/** Holds every stored file of a backup against its name. @throws BackupFault `part_missing`, `part_damaged` */
export async function checkFiles(list: string, backup: string): Promise<void> {
  for await (const key of keysOf(list)) {
    const found = hashOfKey(key) === undefined ? null : await measured(join(backup, STORAGE, key));
    if (found === null) throw new BackupFault('part_missing', `${STORAGE}/${key}`);
    if (found.sha256 !== hashOfKey(key)) throw new BackupFault('part_damaged', `${STORAGE}/${key}`);
  }
}
