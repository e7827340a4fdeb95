import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../../apps/api/src/create-app.js';
import { type Manifest, readManifest } from '../../apps/cli/src/backup/manifest.js';
import { restoreBackup } from '../../apps/cli/src/backup/restore-backup.js';
import { prove } from '../../apps/cli/src/backup/restore.command.js';
import { type RestoreTarget } from '../../apps/cli/src/backup/unfinished-restore.js';
import { dataSourceOptions } from '#database';
import { DEMO_PASSWORD } from '#identity';
import { AdjustableClock } from '#kernel';
import { readConfig } from '../../apps/api/src/config.js';
import { ApiClient } from '../support/api-client.js';
import { cloneDatabase, emptyDatabase, runAs, type TestDatabase } from '../support/database.js';
import { type DossierBody, emailOf } from '../support/dossier-driver.js';
import { schemaOf } from '../support/schema.js';

/** Backups of small installations, one for each release; how to add one: docs/how-to/add-a-release.md. */
const RELEASES = 'test/fixtures/releases';
const releases = await readdir(RELEASES);

describe.each(releases)('an installation of %s', (release) => {
  let db: TestDatabase;
  let fresh: TestDatabase;
  let folder: string;
  let target: RestoreTarget;
  let manifest: Manifest;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'techgate-upgrade-'));
    fresh = await cloneDatabase('upgrade_fresh');
    db = await emptyDatabase('upgrade_old');
    target = { owner: db.owner, storageFolder: join(folder, 'storage'), keyFolder: join(folder, 'keys') };
    manifest = await restoreBackup(join(RELEASES, release), target, { passphrase: null, leaveOut: false });
  }, 120_000);
  afterAll(async () => {
    await db?.drop();
    await fresh?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('was of that release: its migrations come first, and later ones are still to run', async () => {
    expect(release).toContain(manifest.version);
    const known = (dataSourceOptions(db.owner).migrations as { name: string }[]).map(({ name }) => name);
    expect(manifest.migrations).toEqual(known.filter((name) => manifest.migrations.includes(name)));
    expect((await readManifest(join(RELEASES, release))).migrations).toEqual(manifest.migrations);
  });

  test('has the schema of a new one after the migrations', async () => {
    expect(await schemaOf(db.superuser)).toEqual(await schemaOf(fresh.superuser));
  });

  test('keeps every row, and every chain, checkpoint and file is sound', async () => {
    for (const { table, rows } of manifest.tables.filter(({ rows }) => rows > 0)) {
      const [count] = await runAs(db.superuser, `SELECT count(*)::int AS n FROM "${table}"`);
      expect({ table, rows: count?.['n'] }).toEqual({ table, rows });
    }
    const lines: string[] = [];
    expect({ sound: await prove(target, (line) => lines.push(line)), lines }).toMatchObject({ sound: true });
  });

  test('is read and worked on through the API', async () => {
    const { storageFolder, keyFolder } = target;
    const plain = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' });
    const config = { ...plain, database: { ...db.app, poolSize: 4 }, storageFolder, keyFolder };
    const [last] = await runAs(db.superuser, 'SELECT max(updated_at) AS at FROM dossier');
    const app = await createApp(config, { clock: new AdjustableClock(last?.['at'] as Date) });
    try {
      const signIn = async (name: string) => {
        const login = { email: emailOf(name), password: DEMO_PASSWORD };
        const { body } = await new ApiClient(app).post<{ accessToken: string }>('/api/v1/auth/login', login);
        return new ApiClient(app, { authorization: `Bearer ${body.accessToken}` });
      };
      const auditor = await signIn('thanhtra');
      const list = await auditor.get<{ items: DossierBody[] }>('/api/v1/dossiers');
      expect(list.body.items.length).toBeGreaterThan(2);
      for (const { id } of list.body.items)
        for (const path of [
          '',
          '/clocks',
          '/letters',
          '/documents',
          '/timeline',
          '/findings',
          '/opinions',
          '/audit',
        ])
          expect({ path, status: (await auditor.get(`/api/v1/dossiers/${id}${path}`)).status }).toEqual({
            path,
            status: 200,
          });
      const runs = await runAs(db.superuser, 'SELECT id, dossier_id FROM screening');
      expect(runs.length).toBeGreaterThan(0);
      for (const { id, dossier_id } of runs as { id: string; dossier_id: string }[]) {
        const { body } = await auditor.get(`/api/v1/dossiers/${dossier_id}/screenings/${id}/replay`);
        expect(body).toMatchObject({ same: true, firstDifference: null, intact: true });
      }
      const waiting = list.body.items.find(({ status }) => status === 'supplement_requested');
      const dossier = await (await signIn('taichinh')).get<DossierBody>(`/api/v1/dossiers/${waiting?.id}`);
      const resubmitted = await (
        await signIn('taichinh')
      ).post(
        `/api/v1/dossiers/${waiting?.id}/commands/resubmit`,
        {},
        { 'if-match': `"${dossier.body.revision}"` },
      );
      expect(resubmitted).toMatchObject({ status: 200, body: { status: 'submitted' } });
    } finally {
      await app.close();
    }
    expect(await prove(target, () => undefined)).toBe(true);
  }, 60_000);
});
