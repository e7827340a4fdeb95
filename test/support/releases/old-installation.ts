import { join } from 'node:path';
import { withClient } from '../../../apps/cli/src/backup/copy-stream.js';
import { keysToRestore, writeKeys } from '../../../apps/cli/src/backup/key-files.js';
import { loadTables } from '../../../apps/cli/src/backup/load-tables.js';
import { type Manifest } from '../../../apps/cli/src/backup/manifest.js';
import { checkBackup } from '../../../apps/cli/src/backup/restore-backup.js';
import { restoreFiles } from '../../../apps/cli/src/backup/stored-files.js';
import { bareDatabase, runAs, type TestDatabase } from '../database.js';
import { RELEASES, schemaStatements } from './release-files.js';

/** An installation as a release left it. */
export interface OldInstallation {
  db: TestDatabase;
  manifest: Manifest;
  storageFolder: string;
  keyFolder: string;
}

/**
 * Makes the database of a release by the statements of that release, and loads its rows, stored files and public keys.
 * Nothing is migrated. `folder` takes the files.
 */
export async function oldInstallation(release: string, folder: string): Promise<OldInstallation> {
  const backup = join(RELEASES, release);
  const manifest = await checkBackup(backup);
  const [storageFolder, keyFolder] = [join(folder, 'storage'), join(folder, 'keys')];
  await restoreFiles(join(backup, manifest.storage.list.file), backup, storageFolder);
  await writeKeys(keyFolder, await keysToRestore(backup, manifest, { passphrase: null, leaveOut: true }));
  const db = await bareDatabase('upgrade_old');
  const { superuser, owner } = schemaStatements(release);
  await runAs(db.superuser, superuser);
  await runAs(db.owner, owner);
  await withClient(db.owner, (client) => loadTables(client, backup, manifest.tables));
  return { db, manifest, storageFolder, keyFolder };
}
