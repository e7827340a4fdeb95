import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { type DatabaseConfig, dataSourceOptions, migrate } from '#database';
import { BackupFault, onTarget } from './backup-fault.js';
import { withClient } from './copy-stream.js';
import { keysToRestore, writeKeys } from './key-files.js';
import { loadTables } from './load-tables.js';
import { type Manifest, partsOf, readManifest } from './manifest.js';
import { checkPart } from './parts.js';
import { checkFiles, restoreFiles } from './stored-files.js';

/** Where a backup is restored to: an empty database and empty folders. */
export interface RestoreTarget {
  owner: DatabaseConfig;
  storageFolder: string;
  keyFolder: string;
}
export interface RestoreKeys {
  passphrase: string | null;
  /** Restore without the private key; a new one is made at the next start. */
  leaveOut: boolean;
}
type MigrationClass = new () => MigrationInterface;

/**
 * Checks a backup without touching anything: manifest, every part, every stored file.
 * @throws BackupFault `not_a_backup`, `part_missing`, `part_damaged`
 */
export async function checkBackup(backup: string): Promise<Manifest> {
  const manifest = await readManifest(backup);
  for (const part of partsOf(manifest)) await checkPart(backup, part);
  await checkFiles(join(backup, manifest.storage.list.file), backup);
  return manifest;
}

/**
 * Restores a backup, checked whole beforehand, and brings its schema up to this version. A failure leaves target
 * folders and database as empty as they were, but for a schema without rows.
 * @throws BackupFault, among them `backup_newer`, `database_not_empty`, `folder_not_empty`
 */
export async function restoreBackup(
  backup: string,
  target: RestoreTarget,
  keys: RestoreKeys,
): Promise<Manifest> {
  const manifest = await checkBackup(backup);
  const steps = stepsOf(manifest, target.owner);
  const contents = await keysToRestore(backup, manifest, keys);
  await assertEmpty(target);
  try {
    await onTarget(target.storageFolder, async () => {
      await mkdir(target.storageFolder, { recursive: true });
      await restoreFiles(join(backup, manifest.storage.list.file), backup, target.storageFolder);
    });
    await onTarget(target.keyFolder, () => writeKeys(target.keyFolder, contents));
    await loadDatabase(backup, manifest, target.owner, steps);
  } catch (error) {
    for (const folder of [target.storageFolder, target.keyFolder]) await emptied(folder);
    throw error;
  }
  return manifest;
}

/** The migrations of a backup as this version knows them. @throws BackupFault `backup_newer` */
function stepsOf({ migrations, version }: Manifest, owner: DatabaseConfig): MigrationClass[] {
  const known = dataSourceOptions(owner).migrations as MigrationClass[];
  const steps = known.filter((step) => migrations.includes(step.name));
  if (steps.length !== migrations.length)
    throw new BackupFault('backup_newer', `The backup (version ${version})`);
  return steps;
}

async function assertEmpty({ owner, storageFolder, keyFolder }: RestoreTarget): Promise<void> {
  const { rows } = await withClient(owner, (client) =>
    client.query(
      `SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') LIMIT 1`,
    ),
  );
  if (rows.length > 0) throw new BackupFault('database_not_empty', owner.database);
  for (const folder of [storageFolder, keyFolder])
    if ((await namesIn(folder)).length > 0) throw new BackupFault('folder_not_empty', folder);
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** The schema as it was, the rows, and then what this version adds to both. */
async function loadDatabase(
  backup: string,
  { tables }: Manifest,
  owner: DatabaseConfig,
  steps: MigrationClass[],
): Promise<void> {
  const source = await new DataSource({
    ...dataSourceOptions({ ...owner, poolSize: 2 }),
    migrations: steps,
  }).initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
    await withClient(owner, (client) => loadTables(client, backup, tables)).catch(async (error: unknown) => {
      for (let left = steps.length; left > 0; left -= 1)
        await source.undoLastMigration({ transaction: 'each' });
      await source.query('DROP TABLE schema_migration');
      throw error;
    });
  } finally {
    await source.destroy();
  }
  await migrate(owner);
}

async function emptied(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) await rm(join(folder, name), { recursive: true, force: true });
}
