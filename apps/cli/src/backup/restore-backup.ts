import { join } from 'node:path';
import { type Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { type DatabaseConfig, dataSourceOptions, migrate, recountDossiers } from '#database';
import { BackupFault, onTarget } from './backup-fault.js';
import { withClient } from './copy-stream.js';
import { keysToRestore, writeKeys } from './key-files.js';
import { loadTables } from './load-tables.js';
import { type Manifest, partsOf, readManifest } from './manifest.js';
import { checkPart } from './parts.js';
import { checkFiles, restoreFiles } from './stored-files.js';
import { beginRestore, endRestore, type RestoreTarget, undoRestore } from './unfinished-restore.js';

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
 * Restores a backup, checked whole beforehand, brings its schema up to this version, counts its dossiers anew and ends all
 * sessions. A failure leaves target folders and database as empty as they were; after a kill the next restore clears up.
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
  await beginRestore(target);
  try {
    await onTarget(target.storageFolder, () =>
      restoreFiles(join(backup, manifest.storage.list.file), backup, target.storageFolder),
    );
    await onTarget(target.keyFolder, () => writeKeys(target.keyFolder, contents));
    await loadDatabase(backup, manifest, target.owner, steps);
    await endRestore(target);
  } catch (error) {
    // Where this fails too, the marks stay: the next restore clears up first.
    await undoRestore(target).catch(() => undefined);
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
    await withClient(owner, (client) => loadTables(client, backup, tables));
  } finally {
    await source.destroy();
  }
  await migrate(owner);
  await recountDossiers(owner);
  await withClient(owner, endAllSessions);
}

/** Whoever was signed out after the backup was taken would be signed in again. */
async function endAllSessions(client: Client): Promise<void> {
  await client.query(
    `UPDATE web_session SET ended_at = now(), end_reason = 'signed_out' WHERE ended_at IS NULL`,
  );
  await client.query(
    `UPDATE refresh_family SET revoked_at = now(), revoke_reason = 'signed_out' WHERE revoked_at IS NULL`,
  );
}
