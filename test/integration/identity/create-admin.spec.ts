import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApp } from '../../../apps/api/src/create-app.js';
import { readConfig } from '../../../apps/api/src/config.js';
import { createAdminCommand } from '../../../apps/cli/src/create-admin.command.js';
import { toDatabaseUrl } from '../../../apps/cli/src/database/database-url.js';
import { ApiClient } from '../../support/api-client.js';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';
import { tableCounts } from '../../support/table-counts.js';

const PASSWORD = 'một câu dài để mở cửa';
let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await cloneDatabase('create_admin');
  folder = await mkdtemp(join(tmpdir(), 'techgate-admin-'));
}, 60_000);
afterAll(async () => {
  await db?.drop();
  await rm(folder, { recursive: true, force: true });
});

const ARGS: Record<string, string> = {
  email: 'Quan.Tri@so.example.vn',
  name: 'Nguyễn Thị Quản',
  'authority-code': 'H50.02',
  authority: 'Sở Khoa học và Công nghệ tỉnh Hải Hà',
  province: 'Hải Hà',
};
const argsOf = (changes: Record<string, string> = {}) =>
  Object.entries({ ...ARGS, ...changes }).flatMap(([name, value]) => [`--${name}`, value]);
const lines: string[] = [];
const run = (args: readonly string[], typed = `${PASSWORD}\n`) =>
  createAdminCommand(args, {
    input: Readable.from([typed]),
    env: { DATABASE_URL: toDatabaseUrl(db.app), TECHGATE_DATA_DIR: folder },
    out: (line) => lines.push(line),
  });

describe('a new installation', () => {
  test('is opened by one command: its first administrator signs in and adds the others', async () => {
    const file = join(folder, 'password');
    await writeFile(file, `${PASSWORD}\n`);
    expect(await run(argsOf({ 'password-file': file }), '')).toBe(0);
    expect(lines.join()).toContain('Quan.Tri@so.example.vn administers Sở Khoa học');
    expect(lines.join()).not.toContain(PASSWORD);

    const plain = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DEMO_ACCOUNTS: 'false' });
    const places = { storageFolder: join(folder, 'storage'), keyFolder: join(folder, 'keys') };
    const app = await createApp({ ...plain, database: { ...db.app, poolSize: 4 }, ...places });
    try {
      const login = { email: 'quan.tri@so.example.vn', password: PASSWORD };
      const { status, body } = await new ApiClient(app).post<{ accessToken: string }>(
        '/api/v1/auth/login',
        login,
      );
      expect(status).toBe(200);
      const admin = new ApiClient(app, { authorization: `Bearer ${body.accessToken}` });
      const clerk = {
        email: 'motcua@so.example.vn',
        displayName: 'Một Cửa',
        password: PASSWORD,
        roles: ['clerk'],
      };
      expect((await admin.post('/api/v1/users', clerk)).status).toBe(201);
    } finally {
      await app.close();
    }
    const logged = await runAs(
      db.superuser,
      `SELECT actor_role, facts->>'roles' AS roles FROM audit_entry WHERE action = 'account.created' ORDER BY seq`,
    );
    expect(logged).toEqual([
      { actor_role: 'system', roles: 'admin' },
      { actor_role: 'admin', roles: 'clerk' },
    ]);
  }, 60_000);

  test('is opened once: a second first administrator is refused, and nothing is changed', async () => {
    const before = await tableCounts(db);
    await expect(run(argsOf({ email: 'another@so.example.vn' }))).rejects.toThrow(
      'has an administrator already',
    );
    await expect(run(argsOf({ 'authority-code': 'H51.01' }))).rejects.toThrow('email_taken');
    expect(await tableCounts(db)).toEqual(before);
  });

  test('has one administrator when two are made at the same time', async () => {
    const two = ['a', 'b'].map((name) =>
      run(argsOf({ email: `${name}@x.example.vn`, 'authority-code': 'H52.01' })),
    );
    const outcomes = await Promise.allSettled(two);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(String(refused.reason)).toContain('has an administrator already');
    const rows = await runAs(db.superuser, `SELECT 1 FROM authority WHERE code = 'H52.01'`);
    expect(rows).toHaveLength(1);
  });

  test.each<[what: string, args: string[], typed: string, says: string]>([
    [
      'a password among the arguments',
      [...argsOf(), '--password', PASSWORD],
      '',
      "Unknown option '--password'",
    ],
    ['no password', argsOf({ email: 'c@x.vn' }), '\n', 'The password is empty'],
    ['a weak one', argsOf({ email: 'c@x.vn', 'authority-code': 'H53.01' }), 'kurz\n', 'password_too_weak'],
    ['no e-mail', argsOf({ email: ' ' }), PASSWORD, 'needs --email'],
    ['an e-mail that is none', argsOf({ email: 'nobody' }), PASSWORD, '--email is no address'],
    ['a code that is none', argsOf({ 'authority-code': 'h 1' }), PASSWORD, '--authority-code is'],
    ['a file that is not there', argsOf({ 'password-file': '/nowhere/at-all' }), '', 'cannot be read'],
  ])('refuses %s', async (_what, args, typed, says) => {
    await expect(run(args, typed)).rejects.toThrow(says);
    await expect(run(args, typed)).rejects.not.toThrow(PASSWORD);
  });
});
