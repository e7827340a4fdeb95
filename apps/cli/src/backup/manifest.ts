import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupFault } from './backup-fault.js';

export const MANIFEST = 'manifest.json';
export const MANIFEST_DIGEST = 'manifest.sha256';
const FORMAT = 'techgate-backup/1';

/** One file of a backup. */
export interface Part {
  /** Below the folder of the backup. */
  file: string;
  size: number;
  sha256: string;
}
export interface TablePart extends Part {
  table: string;
  columns: string[];
  rows: number;
}
/** What a backup holds; everything in it belongs to one instant of the database. */
export interface Manifest {
  format: typeof FORMAT;
  version: string;
  /** When the snapshot began, ISO 8601. */
  takenAt: string;
  /** Names of the migrations that had run, in their order. */
  migrations: string[];
  /** Number of the newest checkpoint of the log in the snapshot; 0 when there is none. */
  checkpoint: number;
  tables: TablePart[];
  /** The list of stored files, one key a line; the files lie below `storage/` under their keys. */
  storage: { list: Part; files: number; bytes: number };
  keys: { form: 'sealed' | 'plain' | 'left_out'; parts: Part[] };
}

export const newManifest = (rest: Omit<Manifest, 'format'>): Manifest => ({ format: FORMAT, ...rest });
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 1)}\n`;
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Every file that the manifest answers for, stored files aside: they answer for themselves by their names. */
export const partsOf = ({ tables, storage, keys }: Manifest): Part[] => [
  ...tables,
  storage.list,
  ...keys.parts,
];

/** Reads the manifest of a backup. @throws BackupFault `not_a_backup` */
export async function readManifest(folder: string): Promise<Manifest> {
  const read = (name: string) =>
    readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
      throw new BackupFault('not_a_backup', folder, cause);
    });
  const text = await read(MANIFEST);
  const digest = (await read(MANIFEST_DIGEST)).trim();
  if (digestOf(text) !== digest) throw new BackupFault('not_a_backup', folder);
  const manifest = JSON.parse(text) as Manifest;
  if (manifest.format !== FORMAT || !partsOf(manifest).every(isHarmless))
    throw new BackupFault('not_a_backup', folder);
  return manifest;
}

/** A manifest that somebody made must not lead out of its folder, nor a table's name out of its statement. */
const isHarmless = (part: Part & Partial<TablePart>): boolean =>
  /^(database|keys)\/[\w.-]+$|^storage\.txt$/.test(part.file) &&
  [part.table ?? 'x', ...(part.columns ?? [])].every((name) => /^[a-z_][a-z0-9_]*$/.test(name));
