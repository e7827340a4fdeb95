import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Client } from 'pg';
import { type DatabaseConfig } from '#database';
import { markPartial, partialOf, unmarkPartial, withoutAbandoned } from './abandoned-backups.js';
import { BackupFault, onTarget } from './backup-fault.js';
import { CopyOut, withClient } from './copy-stream.js';
import { type KeyWish, saveKeys } from './key-files.js';
import {
  digestOf,
  type Manifest,
  MANIFEST,
  MANIFEST_DIGEST,
  manifestText,
  newManifest,
  type TablePart,
} from './manifest.js';
import { writePart } from './parts.js';
import { saveFiles } from './stored-files.js';
import { copyOutSql, migrationsOf, type Table, tablesOf } from './tables.js';

/** What is saved. */
export interface BackupSource {
  /** As the owner of the schema. */
  owner: DatabaseConfig;
  storageFolder: string;
  keyFolder: string;
  version: string;
}
export interface TakenBackup {
  folder: string;
  /** Of the manifest: whoever keeps it elsewhere notices an exchanged backup. */
  digest: string;
  manifest: Manifest;
}
type Snapshot = Omit<Manifest, 'format' | 'version' | 'keys' | 'storage'> & {
  list: Manifest['storage']['list'];
};

const STORED_KEYS =
  'COPY (SELECT DISTINCT storage_key FROM stored_file_reference ORDER BY storage_key) TO STDOUT';

/**
 * Saves database, stored files and keys into the new folder `target`. Everything belongs to one instant, whatever is
 * written meanwhile; the folder appears whole or not at all, and what killed runs left beside it goes. Nothing is held in
 * memory as a whole.
 * @throws BackupFault
 */
export async function takeBackup(source: BackupSource, target: string, keys: KeyWish): Promise<TakenBackup> {
  const folder = resolve(target);
  if ((await stat(folder).catch(() => null)) !== null) throw new BackupFault('target_exists', folder);
  return withoutAbandoned(source.owner, dirname(folder), (origin) => takeInto(folder, origin, source, keys));
}

async function takeInto(
  folder: string,
  origin: string,
  source: BackupSource,
  keys: KeyWish,
): Promise<TakenBackup> {
  const partial = partialOf(folder);
  await onTarget(folder, async () => {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial, { recursive: true, mode: 0o700 });
    await markPartial(partial, origin);
  });
  try {
    const manifest = await saveAll(source, partial, keys);
    const digest = await seal(partial, folder, manifest);
    return { folder, digest, manifest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function saveAll(source: BackupSource, partial: string, wish: KeyWish): Promise<Manifest> {
  const { list, ...snapshot } = await withClient(source.owner, (client) => saveDatabase(client, partial));
  const stored = await saveFiles(join(partial, list.file), source.storageFolder, partial);
  const keys = await saveKeys(source.keyFolder, partial, wish, snapshot.checkpoint);
  return newManifest({ version: source.version, ...snapshot, storage: { list, ...stored }, keys });
}

/** One snapshot: tables cannot be changed in their shape while it lasts, rows can, and are not seen. */
async function saveDatabase(client: Client, partial: string): Promise<Snapshot> {
  const seen = await tablesOf(client);
  if (seen.length === 0) throw new BackupFault('schema_missing', 'The database');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // Before the snapshot, which the first question takes: what is changed until then is seen with its new shape.
  await client.query(
    `LOCK TABLE ${seen.map(({ name }) => `public."${name}"`).join(', ')} IN ACCESS SHARE MODE`,
  );
  const tables = await tablesOf(client);
  const migrations = await migrationsOf(client);
  if (migrations.length === 0) throw new BackupFault('schema_missing', 'The database');
  if (tables.map(({ name }) => name).join() !== seen.map(({ name }) => name).join())
    throw new BackupFault('schema_changing', 'The database');
  const now = await client.query<{ at: Date; checkpoint: number }>(
    'SELECT now() AS at, coalesce((SELECT max(number) FROM checkpoint), 0)::int AS checkpoint',
  );
  const { at, checkpoint } = now.rows[0] ?? { at: new Date(0), checkpoint: 0 };
  const saved: TablePart[] = [];
  for (const table of tables) saved.push(await saveTable(client, partial, table));
  const list = await writePart(partial, 'storage.txt', () => client.query(new CopyOut(STORED_KEYS)));
  await client.query('COMMIT');
  return { takenAt: at.toISOString(), migrations, checkpoint, tables: saved, list };
}

async function saveTable(client: Client, partial: string, table: Table): Promise<TablePart> {
  const rows = new CopyOut(copyOutSql(table));
  const part = await writePart(partial, `database/${table.name}.copy.gz`, () => client.query(rows), true);
  return { ...part, table: table.name, columns: table.columns, rows: rows.rows };
}

/** The manifest last, then the name: what has both is whole. */
async function seal(partial: string, folder: string, manifest: Manifest): Promise<string> {
  const text = manifestText(manifest);
  const digest = digestOf(text);
  return onTarget(folder, async () => {
    await writeFile(join(partial, MANIFEST), text, { mode: 0o600, flush: true });
    await writeFile(join(partial, MANIFEST_DIGEST), `${digest}\n`, { mode: 0o600, flush: true });
    await unmarkPartial(partial);
    await rename(partial, folder);
    await syncFolder(resolve(folder, '..'));
    return digest;
  });
}

/** Makes the rename durable; Windows cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
