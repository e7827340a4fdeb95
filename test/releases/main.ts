// npm run release:fixture: plays a history with the code of this release and keeps its backup, the statements of its schema
// and the digests of its migrations in test/fixtures/releases/<version>, once and for all (docs/how-to/add-a-release.md).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type MigrationInterface } from 'typeorm';
import { takeBackup } from '../../apps/cli/src/backup/take-backup.js';
import { dataSourceOptions } from '#database';
import { civilDateOf, instantAt, VERSION } from '#kernel';
import { startTestApi } from '../support/api.js';
import { emptyDatabase } from '../support/database.js';
import { emptyTables } from '../support/releases/read-tables.js';
import { recordMigrations, recordProvision } from '../support/releases/record-schema.js';
import {
  migrationDigests,
  MIGRATIONS_FOLDER,
  RELEASES,
  SCHEMA_FILES,
} from '../support/releases/release-files.js';
import { playRelease } from './history.js';

const folder = join(RELEASES, VERSION);
/** What Jest runs before and after all tests: one PostgreSQL for all of them. */
const around = async (what: 'setup' | 'teardown'): Promise<void> => {
  const { default: run } = (await import(`../support/global-${what}.mjs`)) as {
    default: () => Promise<void>;
  };
  await run();
};

async function saveInstallation(): Promise<void> {
  const today = civilDateOf(new Date());
  const api = await startTestApi({ label: 'release', now: instantAt(today, 9) });
  try {
    await playRelease(api, today);
    const { storageFolder, keyFolder } = api.config;
    const source = { owner: api.db.owner, storageFolder, keyFolder, version: VERSION };
    await takeBackup(source, folder, { form: 'left_out' });
    console.log(`Tables without a row: ${(await emptyTables(api.db.owner)).join(', ')}`);
  } finally {
    await api.close();
  }
}

async function saveSchema(): Promise<void> {
  const db = await emptyDatabase('release_schema');
  const migrations = dataSourceOptions(db.owner).migrations as (new () => MigrationInterface)[];
  save(SCHEMA_FILES.superuser, await recordProvision(db.superuser));
  save(SCHEMA_FILES.owner, gzipSync(await recordMigrations(db.owner, migrations), { level: 9 }));
  save(SCHEMA_FILES.digests, `${JSON.stringify(migrationDigests(MIGRATIONS_FOLDER), null, 2)}\n`);
  await db.drop();
}

function save(name: string, content: string | Uint8Array): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

if (existsSync(folder))
  throw new Error(`${folder} is there already: what a release wrote is never made anew.`);
await around('setup');
try {
  await saveInstallation();
  await saveSchema();
} finally {
  await around('teardown');
}
