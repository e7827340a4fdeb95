import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createApp } from '../../../apps/api/src/create-app.js';
import { partialOf } from '../../../apps/cli/src/backup/abandoned-backups.js';
import { logBackup } from '../../../apps/cli/src/backup/log-backup.js';
import { digestOf, type Manifest } from '../../../apps/cli/src/backup/manifest.js';
import { checkBackup, restoreBackup, type RestoreKeys } from '../../../apps/cli/src/backup/restore-backup.js';
import { prove } from '../../../apps/cli/src/backup/restore.command.js';
import { type BackupSource, takeBackup, type TakenBackup } from '../../../apps/cli/src/backup/take-backup.js';
import { type RestoreTarget } from '../../../apps/cli/src/backup/unfinished-restore.js';
import { storedHash } from '#documents';
import { DEMO_PASSWORD } from '#identity';
import { hasItsRow } from '../../fault/kept-row.js';
import { NEVER } from '../../fault/never.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { ApiClient } from '../../support/api-client.js';
import { emptyDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { type DossierDriver, emailOf } from '../../support/dossier-driver.js';
import { PeopleAtWork, type Told } from '../../support/people-at-work.js';
import { playHistory } from '../../support/release-history.js';
import { tableCounts } from '../../support/table-counts.js';

const SEALED = { form: 'sealed', passphrase: 'một câu đủ dài để mở khóa' } as const;
const PEOPLE = 4;
const OPENED: RestoreKeys = { passphrase: SEALED.passphrase, leaveOut: false };

let folder: string;
let api: TestApi;
let source: BackupSource;
let dossiers: DossierDriver[];
let taken: TakenBackup;
const at = (...names: string[]) => join(folder, ...names);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'techgate-backup-'));
  api = await startTestApi({ label: 'backup' });
  const { storageFolder, keyFolder } = api.config;
  source = { owner: api.db.owner, storageFolder, keyFolder, version: '0.1.0' };
  dossiers = await playHistory(api);
}, 120_000);
afterAll(async () => {
  await api?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What people see of the dossiers, through whichever application. */
async function seenBy(client: ApiClient): Promise<unknown[]> {
  const answers = [];
  for (const { id } of dossiers.slice(0, 3))
    for (const path of ['', '/clocks', '/letters', '/documents', '/timeline', '/findings'])
      answers.push((await client.get(`/api/v1/dossiers/${id}${path}`)).body);
  answers.push((await client.get('/api/v1/projects')).body);
  return answers;
}
/** Waits until the backup has this part, under its name or the one before. @throws what stopped the backup */
async function hasBegun(taking: Promise<unknown>, part: string): Promise<void> {
  const places = [join(partialOf(at('whole')), part), at('whole', part)];
  while (!places.some((place) => existsSync(place))) await Promise.race([taking, delay(1)]);
}
const MARKED = `SELECT 1 FROM pg_namespace WHERE nspname = 'restore_incomplete'`;
const targetOf = (db: TestDatabase, name: string): RestoreTarget => ({
  owner: db.owner,
  storageFolder: at(name, 'storage'),
  keyFolder: at(name, 'keys'),
});

describe('a backup while people work', () => {
  let before: unknown[];
  let toldBefore: Told[];
  let toldMeanwhile: Told[];

  test('is taken of one instant, and acts go on meanwhile', async () => {
    before = await seenBy(await api.login(emailOf('thanhtra')));
    const people = new PeopleAtWork(api, PEOPLE);
    await people.haveBegun();
    toldBefore = [...people.told];
    const taking = takeBackup(source, at('whole'), SEALED);
    try {
      await hasBegun(taking, 'database');
      const begun = people.told.length;
      // The list of files ends what is read of the database.
      await hasBegun(taking, 'storage.txt');
      toldMeanwhile = people.told.slice(begun);
      taken = await taking;
    } finally {
      await people.stop();
    }
    expect(toldMeanwhile.length).toBeGreaterThan(0);
    expect(await readdir(folder)).toEqual(['whole']);
    expect(digestOf(await readFile(at('whole', 'manifest.json'), 'utf8'))).toBe(taken.digest);
    const sealed = await readFile(at('whole', 'keys', 'checkpoint-private.pem.sealed'), 'utf8');
    expect(sealed).not.toContain('PRIVATE KEY');
    expect((await stat(at('whole'))).mode & 0o077).toBe(0);
  }, 60_000);

  test('that it was taken stands in the log, and its age in the figures', async () => {
    await logBackup(api.db.app, taken);
    const auditor = await api.login(emailOf('thanhtra'));
    const { body } = await auditor.get<{ items: unknown[] }>('/api/v1/audit/entries?limit=5');
    expect(body.items).toContainEqual(
      expect.objectContaining({ action: 'backup.taken', subject: { kind: 'backup', id: taken.digest } }),
    );
    const figures = await api.anonymous.get<string>('/metrics');
    expect(figures.body).toMatch(/^techgate_backup_age_seconds -?\d/m);
  });

  /** Everything that was done before, with its files; of what was done meanwhile not all; and nothing by half. */
  async function holdsWhatWasTold(db: TestDatabase, target: RestoreTarget): Promise<void> {
    const query = (sql: string, values?: unknown[]) => runAs(db.superuser, sql, values);
    const lost = async (told: Told[]) => {
      const isThere = await Promise.all(told.map((one) => hasItsRow(query, one)));
      return told.filter((_, n) => isThere[n] !== true).map(({ method, url }) => `${method} ${url}`);
    };
    expect(await lost(toldBefore)).toEqual([]);
    expect((await lost(toldMeanwhile)).length).toBeGreaterThan(0);
    for (const { what, sql } of NEVER) expect({ what, rows: await query(sql) }).toEqual({ what, rows: [] });
    const files = await query('SELECT storage_key AS key, sha256 FROM document');
    expect(files.length).toBeGreaterThan(PEOPLE);
    for (const { key, sha256 } of files)
      expect(await storedHash(target.storageFolder, String(key))).toBe(sha256);
  }

  // After this one nobody can sign in here: a second API of one process takes the sign-in of the first over.
  test('restores into another database and folder; every chain, checkpoint and file is sound; the API goes on there', async () => {
    const db = await emptyDatabase('backup_restored');
    const target = targetOf(db, 'restored');
    const manifest = await restoreBackup(at('whole'), target, OPENED);
    const lines: string[] = [];
    expect({ sound: await prove(target, (line) => lines.push(line)), lines }).toMatchObject({ sound: true });
    const saved = Object.fromEntries(manifest.tables.map(({ table, rows }) => [table, rows]));
    for (const [table, rows] of Object.entries(await tableCounts(db)))
      // The tally is counted anew; that it is right is proven above.
      if (table in saved && table !== 'dossier_tally')
        expect({ table, rows }).toEqual({ table, rows: saved[table] });
    expect((await stat(join(target.keyFolder, 'checkpoint-private.pem'))).mode & 0o777).toBe(0o600);
    await holdsWhatWasTold(db, target);
    // Whoever was signed in when the backup was taken is so no more, and nothing is left of the restore itself.
    const open = `SELECT 1 FROM refresh_family WHERE revoked_at IS NULL UNION ALL SELECT 1 FROM web_session WHERE ended_at IS NULL`;
    expect((await runAs(api.db.superuser, open)).length).toBeGreaterThan(0);
    expect(await runAs(db.superuser, open)).toEqual([]);
    expect(await runAs(db.superuser, MARKED)).toEqual([]);
    expect((await readdir(target.storageFolder)).concat(await readdir(target.keyFolder))).not.toContain(
      'restore_incomplete',
    );

    const { storageFolder, keyFolder } = target;
    const config = { ...api.config, database: { ...db.app, poolSize: 4 }, storageFolder, keyFolder };
    const app = await createApp(config, { clock: api.clock });
    try {
      const signIn = async (name: string) => {
        const login = { email: emailOf(name), password: DEMO_PASSWORD };
        const { body } = await new ApiClient(app).post<{ accessToken: string }>('/api/v1/auth/login', login);
        return new ApiClient(app, { authorization: `Bearer ${body.accessToken}` });
      };
      expect(await seenBy(await signIn('thanhtra'))).toEqual(before);
      // The triggers are back: the log refuses, and the next act and checkpoint follow the restored ones.
      await expect(runAs(db.owner, `UPDATE audit_entry SET action = 'x'`)).rejects.toThrow(/only grows/);
      const auditor = await signIn('thanhtra');
      expect((await auditor.post('/api/v1/audit/checkpoints')).body).toMatchObject({
        number: manifest.checkpoint + 1,
        keyId: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    } finally {
      await app.close();
    }
    expect(await prove(target, () => undefined)).toBe(true);
    await db.drop();
  }, 120_000);
});

describe('what is refused, by name, leaving everything as it was', () => {
  let db: TestDatabase;
  let target: RestoreTarget;
  beforeAll(async () => {
    db = await emptyDatabase('backup_refused');
    target = targetOf(db, 'refused');
    // A small one: these are about the form, not about the rows.
    await cp(at('whole'), at('spoilt'), { recursive: true });
  }, 60_000);
  afterAll(() => db?.drop());

  const untouched = async () => {
    const tables = await runAs(
      db.owner,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const left = await Promise.all(
      [target.storageFolder, target.keyFolder].map((path) => readdir(path).catch(() => [])),
    );
    return { tables, files: left.flat() };
  };
  const restoring = (code: string, keys = OPENED) =>
    expect(restoreBackup(at('spoilt'), target, keys)).rejects.toMatchObject({ code });
  /** Spoils one thing, expects the refusal, and mends it again. */
  async function spoilt(
    file: string,
    change: (path: string) => Promise<unknown>,
    code: string,
  ): Promise<void> {
    const path = at('spoilt', file);
    await cp(path, `${path}.kept`);
    await change(path);
    await restoring(code);
    await rm(path, { force: true });
    await rename(`${path}.kept`, path);
    expect(await untouched()).toEqual({ tables: [], files: [] });
  }
  const storedKey = async () => (await readFile(at('spoilt', 'storage.txt'), 'utf8')).split('\n')[0] ?? '';
  const flip = async (path: string) => {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
  };
  const changedManifest = (change: (manifest: Manifest) => void) => async (path: string) => {
    const manifest = JSON.parse(await readFile(path, 'utf8')) as Manifest;
    change(manifest);
    const text = JSON.stringify(manifest);
    await writeFile(path, text);
    await writeFile(at('spoilt', 'manifest.sha256'), digestOf(text));
  };

  test('damaged, cut off or missing parts, before anything is touched', async () => {
    await spoilt('database/dossier.copy.gz', flip, 'part_damaged');
    await spoilt('database/audit_entry.copy.gz', (path) => truncate(path, 100), 'part_damaged');
    await spoilt('database/clock.copy.gz', (path) => rm(path), 'part_missing');
    await spoilt(join('storage', await storedKey()), flip, 'part_damaged');
    await spoilt(join('storage', await storedKey()), (path) => rm(path), 'part_missing');
    await spoilt('manifest.json', flip, 'not_a_backup');
    await spoilt('manifest.sha256', (path) => rm(path), 'not_a_backup');
    await expect(checkBackup(at('nothing'))).rejects.toMatchObject({ code: 'not_a_backup' });
  }, 60_000);

  test('a newer version, a table too few, a manifest that leads elsewhere', async () => {
    const digest = await readFile(at('spoilt', 'manifest.sha256'));
    const changed = async (change: (manifest: Manifest) => void, code: string) => {
      await spoilt('manifest.json', changedManifest(change), code);
      await writeFile(at('spoilt', 'manifest.sha256'), digest);
    };
    await changed(({ migrations }) => void migrations.push('FromTomorrow1999999999999'), 'backup_newer');
    await changed(({ tables }) => void tables.splice(3, 1), 'part_missing');
    await changed(
      ({ tables }) => void Object.assign(tables[0] ?? {}, { file: '../../etc/passwd' }),
      'not_a_backup',
    );
    await changed(
      ({ tables }) => void Object.assign(tables[0] ?? {}, { columns: ['x" FROM PROGRAM'] }),
      'not_a_backup',
    );
    await changed(({ tables }) => void Object.assign(tables[0] ?? {}, { rows: 1e6 }), 'part_damaged');
  }, 120_000);

  test('rows that the database would not have, leaving no schema behind', async () => {
    const digest = await readFile(at('spoilt', 'manifest.sha256'));
    // An id in the column of a role and a role in that of an id.
    const crossed = changedManifest(({ tables }) => {
      tables.find(({ table }) => table === 'user_role')?.columns.reverse();
    });
    await spoilt('manifest.json', crossed, 'load_refused');
    await writeFile(at('spoilt', 'manifest.sha256'), digest);
  }, 60_000);

  test('migrations that fail once the rows are there: all of it goes again, and the next restore succeeds', async () => {
    await runAs(db.superuser, `CREATE FUNCTION recount_dossiers() RETURNS int LANGUAGE sql AS 'SELECT 1'`);
    // Of the release whose tally is made by a later migration.
    const release = join('test/fixtures/releases', '0.1.0');
    const keys = { passphrase: null, leaveOut: true };
    await expect(restoreBackup(release, target, keys)).rejects.toThrow('recount_dossiers');
    expect(await untouched()).toEqual({ tables: [], files: [] });
    expect(await runAs(db.superuser, MARKED)).toEqual([]);
    await runAs(db.superuser, 'DROP FUNCTION recount_dossiers()');
    await restoreBackup(release, target, keys);
    expect(await prove(target, () => undefined)).toBe(true);
    await db.drop();
    db = await emptyDatabase('backup_refused');
    target = targetOf(db, 'refused_2');
  }, 120_000);

  test('a restore that was killed: the next one clears up and succeeds', async () => {
    const killed = targetOf(await emptyDatabase('backup_killed'), 'killed');
    const code = `const { restoreBackup } = await import('./apps/cli/src/backup/restore-backup.ts');
      await restoreBackup(${JSON.stringify(at('whole'))}, ${JSON.stringify(killed)}, ${JSON.stringify(OPENED)})`;
    const hooks = ['--conditions=source', '--import', './scripts/ts-hooks.mjs', '--input-type=module'];
    const child = spawn(process.execPath, [...hooks, '--eval', code], { stdio: 'ignore' });
    const gone = once(child, 'exit');
    const isThere = async (table: string) =>
      (await runAs(killed.owner, `SELECT to_regclass('public.${table}') AS it`))[0]?.['it'] !== null;
    while (child.exitCode === null && !(await isThere('investment_project'))) await delay(5);
    child.kill('SIGKILL');
    expect((await gone)[1]).toBe('SIGKILL');
    expect(await runAs(killed.owner, MARKED)).toHaveLength(1);
    expect(await readdir(killed.storageFolder)).toContain('restore_incomplete');
    await restoreBackup(at('whole'), killed, OPENED);
    expect(await prove(killed, () => undefined)).toBe(true);
    expect(await runAs(killed.owner, MARKED)).toEqual([]);
  }, 120_000);

  test('a backup that was killed leaves nothing in the clear beyond the next one, and one of others is not touched', async () => {
    const killed = at('all', 'techgate-20260101T000000Z.partial');
    const foreign = at('all', 'techgate-20260102T000000Z.partial');
    const code = `const { takeBackup } = await import('./apps/cli/src/backup/take-backup.ts');
      await takeBackup(${JSON.stringify(source)}, ${JSON.stringify(killed.replace('.partial', ''))}, { form: 'left_out' })`;
    const hooks = ['--conditions=source', '--import', './scripts/ts-hooks.mjs', '--input-type=module'];
    const child = spawn(process.execPath, [...hooks, '--eval', code], { stdio: 'ignore' });
    const gone = once(child, 'exit');
    const inside = (path: string): Promise<string[]> => readdir(path).catch((): string[] => []);
    while (child.exitCode === null && !(await inside(killed)).includes('database')) await delay(1);
    child.kill('SIGSTOP');
    await cp(killed, foreign, { recursive: true });
    await writeFile(join(foreign, 'taken-from'), '1 techgate');
    const take = (name: string) => takeBackup(source, at('all', name), { form: 'left_out' });
    await take('techgate-20260103T000000Z');
    expect(await inside(killed)).toContain('database');
    child.kill('SIGKILL');
    expect((await gone)[1]).toBe('SIGKILL');
    // The server notices the end of a connection when it next reads from it.
    for (let tries = 0; tries < 50 && (await backupsUnderWay()) > 0; tries += 1) await delay(100);
    const { folder: whole } = await take('techgate-20260104T000000Z');
    const left = (await readdir(at('all'))).filter((name) => name.endsWith('.partial'));
    expect(left).toEqual(['techgate-20260102T000000Z.partial']);
    expect(await readdir(whole)).not.toContain('taken-from');
    await rm(at('all'), { recursive: true });
  }, 60_000);
  const backupsUnderWay = async (): Promise<number> =>
    (await runAs(source.owner, `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ShareLock'`))
      .length;

  test('a key or checkpoints that were to be saved and are not there', async () => {
    const empty = { ...source, keyFolder: at('no-keys') };
    for (const wish of [SEALED, { form: 'plain' } as const])
      await expect(takeBackup(empty, at('keyless'), wish)).rejects.toMatchObject({ code: 'key_missing' });
    await cp(source.keyFolder, at('half-keys'), { recursive: true });
    await rm(at('half-keys', 'checkpoints.jsonl'));
    const half = { ...source, keyFolder: at('half-keys') };
    await expect(takeBackup(half, at('keyless'), SEALED)).rejects.toThrow('key_missing: checkpoints.jsonl');
    const { manifest } = await takeBackup(empty, at('left-out'), { form: 'left_out' });
    expect(manifest.keys).toEqual({ form: 'left_out', parts: [] });
    expect((await readdir(folder)).filter((name) => /keyless|partial/.test(name))).toEqual([]);
    for (const name of ['left-out', 'half-keys']) await rm(at(name), { recursive: true });
  }, 60_000);

  test('a shape that changes while the backup begins is saved as it is afterwards', async () => {
    const client = new pg.Client(api.db.owner);
    await client.connect();
    await client.query('BEGIN');
    await client.query('ALTER TABLE notification ADD COLUMN new_one int DEFAULT 7');
    const taking = takeBackup(source, at('reshaped'), { form: 'left_out' });
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await runAs(api.db.superuser, waits)).length === 0) await delay(10);
    await client.query('COMMIT');
    const { manifest } = await taking;
    await client.query('ALTER TABLE notification DROP COLUMN new_one');
    await client.end();
    expect(manifest.tables.find(({ table }) => table === 'notification')?.columns).toContain('new_one');
    await rm(at('reshaped'), { recursive: true });
  }, 60_000);

  test('a wrong passphrase, none, and keys that nobody decided on', async () => {
    await restoring('passphrase_wrong', { passphrase: 'eine ganz andere Zeile', leaveOut: false });
    await restoring('passphrase_needed', { passphrase: null, leaveOut: false });
    expect(await untouched()).toEqual({ tables: [], files: [] });
  }, 60_000);

  test('a database or a folder that is not empty', async () => {
    await mkdir(target.keyFolder, { recursive: true });
    await writeFile(join(target.keyFolder, 'checkpoint-private.pem'), 'mine');
    await restoring('folder_not_empty');
    expect(await readFile(join(target.keyFolder, 'checkpoint-private.pem'), 'utf8')).toBe('mine');
    await rm(target.keyFolder, { recursive: true });
    await expect(
      restoreBackup(at('spoilt'), { ...target, owner: api.db.owner }, OPENED),
    ).rejects.toMatchObject({ code: 'database_not_empty' });
  }, 60_000);

  test('a target that exists or cannot be written, a database without a schema, a file that rotted', async () => {
    const taking = (to: string, from = source) => takeBackup(from, to, { form: 'left_out' });
    await expect(taking(at('whole'))).rejects.toMatchObject({ code: 'target_exists' });
    await expect(taking(at('whole', 'manifest.json', 'below'))).rejects.toMatchObject({
      code: 'target_unwritable',
    });
    await expect(taking(at('no-schema'), { ...source, owner: db.owner })).rejects.toMatchObject({
      code: 'schema_missing',
    });
    const key = await storedKey();
    const path = join(source.storageFolder, key);
    const kept = await readFile(path);
    await flip(path);
    await expect(taking(at('rotten'))).rejects.toMatchObject({ code: 'stored_file_lost' });
    await rm(path);
    await expect(taking(at('rotten'))).rejects.toMatchObject({ code: 'stored_file_lost' });
    await writeFile(path, kept);
    expect((await readdir(folder)).filter((name) => /no-schema|rotten|partial/.test(name))).toEqual([]);
  }, 60_000);
});
