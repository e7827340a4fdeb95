import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../apps/api/src/config.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { prove } from '../../apps/cli/src/backup/restore.command.js';
import { prepareDatabase } from '../../apps/cli/src/database/schema.js';
import { dataSourceOptions } from '#database';
import { DEMO_PASSWORD } from '#identity';
import { AdjustableClock } from '#kernel';
import { ApiClient } from '../support/api-client.js';
import { cloneDatabase, runAs, type TestDatabase } from '../support/database.js';
import { type DossierBody, emailOf } from '../support/dossier-driver.js';
import { differences, type Tables } from '../support/releases/kept-rows.js';
import { type OldInstallation, oldInstallation } from '../support/releases/old-installation.js';
import { emptyTables, readTables } from '../support/releases/read-tables.js';
import { releases } from '../support/releases/release-files.js';
import { schemaOf } from '../support/schema.js';
import { EMPTY_BY_NATURE, FILLED, REWRITTEN } from './rewritten.js';

const PAGES = ['', '/clocks', '/letters', '/documents', '/timeline', '/findings', '/opinions', '/audit'];
/** The first release, whose installation was small. */
const FIRST = '0.1.0';

describe.each(releases())('an installation of %s', (release) => {
  let old: OldInstallation;
  let fresh: TestDatabase;
  let folder: string;
  let before: Tables;
  let empty: string[];
  const target = () => ({ ...old, owner: old.db.owner });
  const hasRun = (migration: string) => old.manifest.migrations.includes(migration);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'techgate-upgrade-'));
    fresh = await cloneDatabase('upgrade_fresh');
    old = await oldInstallation(release, folder);
    empty = await emptyTables(old.db.owner);
    for (const { oldRow } of REWRITTEN.filter(({ by }) => !hasRun(by))) await runAs(old.db.superuser, oldRow);
    before = await readTables(old.db.owner);
    const { owner, app, superuser, eraser } = old.db;
    const passwords = { owner: owner.password, app: app.password, eraser: eraser.password };
    const secrets = { ...passwords, superuser: superuser.password, jwt: '', session: '' };
    await prepareDatabase({ owner, app, superuser }, secrets);
  }, 120_000);
  afterAll(async () => {
    await old?.db.drop();
    await fresh?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('was of that release: its migrations come first, in their order, and later ones are younger', () => {
    expect(release).toBe(old.manifest.version);
    const known = (dataSourceOptions(old.db.owner).migrations as { name: string }[]).map(({ name }) => name);
    expect(known.slice(0, old.manifest.migrations.length)).toEqual(old.manifest.migrations);
  });

  test('has the schema of a new one after the migrations', async () => {
    expect(await schemaOf(old.db.superuser)).toEqual(await schemaOf(fresh.superuser));
  });

  test('keeps every row as it was; what is rewritten on purpose is named and became what it should', async () => {
    const after = await readTables(old.db.owner);
    const rewritten = REWRITTEN.filter(({ by }) => !hasRun(by));
    expect(differences(before, after, rewritten)).toEqual([]);
    const changed = differences(before, after, []).map((line) => line.split(' – ')[0]);
    expect(changed).toEqual(rewritten.map(({ table, column }) => `${table}: ${column}`));
    const made = [...after].filter(([table, { rows }]) => !before.has(table) && rows.length > 0);
    const filled = Object.entries(FILLED).filter(([, migration]) => !hasRun(migration));
    expect(made.map(([table]) => table)).toEqual(filled.map(([table]) => table));
  });

  test('had rows in every table but those that are empty by nature', () => {
    if (release === FIRST) expect(empty.length).toBeGreaterThan(Object.keys(EMPTY_BY_NATURE).length);
    else expect(empty).toEqual(Object.keys(EMPTY_BY_NATURE));
  });

  test('has a sound log: every chain, checkpoint, record and stored file', async () => {
    const lines: string[] = [];
    expect({ sound: await prove(target(), (line) => lines.push(line)), lines }).toMatchObject({
      sound: true,
    });
  });

  test('is read and worked on through the API', async () => {
    const { storageFolder, keyFolder, db } = old;
    const plain = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
    const config = { ...plain, database: { ...db.app, poolSize: 4 }, storageFolder, keyFolder };
    const [last] = await runAs(db.superuser, 'SELECT max(updated_at) AS at FROM dossier');
    const app = await createApp(config, { clock: new AdjustableClock(last?.['at'] as Date) });
    try {
      const auditor = await signIn(app, emailOf('thanhtra'));
      await readDossiers(auditor);
      await replayScreenings(auditor, db);
      await resubmit(app, db);
    } finally {
      await app.close();
    }
    expect(await prove(target(), () => undefined)).toBe(true);
  }, 60_000);
});

async function signIn(app: NestFastifyApplication, email: string): Promise<ApiClient> {
  const login = { email, password: DEMO_PASSWORD };
  const { body } = await new ApiClient(app).post<{ accessToken: string }>('/api/v1/auth/login', login);
  return new ApiClient(app, { authorization: `Bearer ${body.accessToken}` });
}

/** One dossier of each procedure and status, with all that belongs to it. */
async function readDossiers(auditor: ApiClient): Promise<void> {
  const { body } = await auditor.get<{ items: DossierBody[] }>('/api/v1/dossiers?limit=100');
  expect(body.items.length).toBeGreaterThan(2);
  const each = new Map(
    body.items.map((item) => [`${String(item['procedureId'])} ${item.status}`, item] as const),
  );
  for (const { id } of each.values())
    for (const path of PAGES)
      expect({ path, status: (await auditor.get(`/api/v1/dossiers/${id}${path}`)).status }).toEqual({
        path,
        status: 200,
      });
}

/** Every screening comes out as it did, by the shell that made it. */
async function replayScreenings(auditor: ApiClient, { superuser }: TestDatabase): Promise<void> {
  const runs = await runAs(superuser, 'SELECT id, dossier_id FROM screening');
  expect(runs.length).toBeGreaterThan(0);
  for (const { id, dossier_id } of runs as { id: string; dossier_id: string }[]) {
    const { body } = await auditor.get(`/api/v1/dossiers/${dossier_id}/screenings/${id}/replay`);
    expect(body).toMatchObject({ same: true, firstDifference: null, intact: true });
  }
}

/** Somebody of the owner answers the supplement that was asked for. */
async function resubmit(app: NestFastifyApplication, { superuser }: TestDatabase): Promise<void> {
  const [waiting] = await runAs(
    superuser,
    `SELECT d.id, d.revision, u.email FROM dossier d JOIN app_user u ON u.organisation_id = d.owner_org_id
      WHERE d.status = 'supplement_requested' ORDER BY d.id, u.email LIMIT 1`,
  );
  const owner = await signIn(app, String(waiting?.['email']));
  const path = `/api/v1/dossiers/${String(waiting?.['id'])}/commands/resubmit`;
  const answer = await owner.post(path, {}, { 'if-match': `"${String(waiting?.['revision'])}"` });
  expect(answer).toMatchObject({ status: 200, body: { status: 'submitted' } });
}

describe('the comparison of rows', () => {
  const table = (columns: string[], ...rows: string[][]): Tables => new Map([['dossier', { columns, rows }]]);
  const before = table(['id', 'name'], ['1', 'Gốm'], ['2', 'Gạch'], ['2', 'Gạch']);

  test.each([
    ['a changed value', table(['id', 'name'], ['1', 'Gốm'], ['2', 'Gạch'], ['2', 'Ngói']), 'dossier: name'],
    ['a lost row', table(['id', 'name'], ['1', 'Gốm'], ['2', 'Gạch']), 'dossier: id, name'],
    [
      'values that changed their rows',
      table(['id', 'name'], ['2', 'Gốm'], ['1', 'Gạch'], ['2', 'Gạch']),
      'dossier: rows',
    ],
    ['a lost column', table(['id'], ['1'], ['2'], ['2']), 'dossier: without name'],
    ['a lost table', new Map(), 'dossier: gone'],
  ])('sees %s', (_, after, line) => {
    expect(differences(before, after as Tables, []).map((one) => one.split(' – ')[0])).toEqual([line]);
  });

  test('lets another order, a new column, and what is rewritten on purpose pass, and nothing else of that column', () => {
    const after = table(
      ['name', 'new', 'id'],
      ['GẠCH', '\\N', '2'],
      ['GỐM', '\\N', '1'],
      ['GẠCH', '\\N', '2'],
    );
    const name = { table: 'dossier', column: 'name' };
    expect(differences(before, after, [{ ...name, became: (text) => text.toUpperCase() }])).toEqual([]);
    expect(differences(before, after, [{ ...name, became: (text) => `${text}!` }])).toHaveLength(1);
  });
});
