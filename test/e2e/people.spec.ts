import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';
import { ApiClient } from '../support/api-client.js';
import { runAs } from '../support/database.js';

interface User {
  id: string;
  revision: number;
  displayName: string;
  roles: string[];
}
interface Page {
  items: User[];
  nextCursor: string | null;
}
let api: TestApi;
let admin: ApiClient;
beforeAll(async () => {
  api = await startTestApi({ label: 'people' });
  admin = await api.login('quantri@demo.techgate.vn');
});
afterAll(() => api.close());

const draft = (changes: Record<string, unknown> = {}) => ({
  email: 'Moi.Nguoi@demo.techgate.vn',
  displayName: 'Người Mới',
  password: 'mat-khau-rat-dai-2026',
  roles: ['appraiser'],
  ...changes,
});
const find = async (email: string): Promise<User> => {
  const { body } = await admin.get<{ items: (User & { email: string })[] }>('/api/v1/users?limit=100');
  const found = body.items.find((user) => user.email === email);
  if (!found) throw new Error(`${email} is not listed`);
  return found;
};
const change = (user: User, body: unknown, revision = user.revision) =>
  admin.patch<User & { code: string }>(`/api/v1/users/${user.id}`, body, { 'if-match': `"${revision}"` });

describe('accounts', () => {
  test('an administrator creates one, which can sign in and is never answered with its password', async () => {
    const { status, body, headers } = await admin.post('/api/v1/users', draft());
    expect({ status, body, etag: headers['etag'] }).toMatchObject({
      status: 201,
      etag: '"1"',
      body: { email: 'moi.nguoi@demo.techgate.vn', roles: ['appraiser'] },
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|mat-khau/);
    const login = await api.anonymous.post('/api/v1/auth/login', {
      email: 'moi.nguoi@demo.techgate.vn',
      password: 'mat-khau-rat-dai-2026',
    });
    expect(login.status).toBe(200);
  });

  test('an act of administration stands on the chain of the system, with who did it', async () => {
    const entries = await runAs(
      api.db.app,
      `SELECT e.actor_role, e.facts FROM audit_entry e JOIN app_user u ON u.id::text = e.actor_id::text
        WHERE e.action = 'account.created' AND u.email = 'quantri@demo.techgate.vn'`,
    );
    expect(entries).toEqual([{ actor_role: 'admin', facts: { roles: 'appraiser' } }]);
  });

  test('one that is asked for again with its key is the same; the key stands for nothing else, another password above all', async () => {
    const asked = draft({ email: 'mot.lan@demo.techgate.vn' });
    const create = (body: unknown) =>
      admin.post<User & { code: string }>('/api/v1/users', body, { 'idempotency-key': 'tai-khoan-1' });
    const [first, again] = [await create(asked), await create(asked)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect((await create({ ...asked, password: 'mot-mat-khau-khac-2026' })).body.code).toBe(
      'idempotency_key_reused',
    );
    const entries = await runAs(
      api.db.app,
      `SELECT 1 FROM audit_entry WHERE action = 'account.created' AND subject_id = '${first.body.id}'`,
    );
    expect(entries).toHaveLength(1);
    const kept = await runAs(api.db.app, 'SELECT * FROM command_receipt');
    expect(JSON.stringify(kept)).not.toMatch(/argon2|mat-khau/);
  });

  test.each<[string, number, Record<string, unknown>]>([
    ['email_taken', 409, { email: 'QUANTRI@demo.techgate.vn' }],
    ['roles_incompatible', 422, { email: 'a1@demo.techgate.vn', roles: ['admin', 'head'] }],
    ['roles_incompatible', 422, { email: 'a2@demo.techgate.vn', roles: ['investor', 'appraiser'] }],
    [
      'organisation_unknown',
      422,
      { email: 'a3@demo.techgate.vn', organisationId: '00000009-0000-4000-8000-000000000001' },
    ],
    ['password_too_weak', 422, { email: 'a4@demo.techgate.vn', password: 'short' }],
    ['password_too_weak', 422, { email: 'nguyenvan@demo.techgate.vn', password: 'NguyenVan-2026' }],
  ])('%s %i for %j', async (code, status, changes) => {
    expect((await admin.post('/api/v1/users', draft(changes))).body).toMatchObject({ code, status });
  });

  test('pages hold everybody once, in order of name', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { body: Page } = await admin.get<Page>(
        `/api/v1/users?limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      names.push(...page.body.items.map(({ displayName }) => displayName));
      cursor = page.body.nextCursor;
    } while (cursor !== null);
    const whole = await admin.get<Page>('/api/v1/users?limit=100');
    expect(names.length).toBeGreaterThanOrEqual(30);
    expect(names).toEqual(whole.body.items.map(({ displayName }) => displayName));
  });

  test('a cursor of another filter is refused', async () => {
    const { body } = await admin.get<Page>('/api/v1/users?limit=1&role=head');
    const answer = await admin.get(`/api/v1/users?limit=1&role=leader&cursor=${body.nextCursor}`);
    expect(answer.body).toMatchObject({
      code: 'malformed_request',
      errors: [{ pointer: '/query/cursor', code: 'cursor' }],
    });
  });

  test.each<[string, string[]]>([
    ['q=do%20van%20k', ['Đỗ Văn Khải']],
    ['q=TRUONGPHONG1', ['truongphong1@demo.techgate.vn']],
    ['q=%25', []],
    ['q=do&role=admin', []],
  ])(
    'are found by part of a name without accents or of an address, and nothing else: %s',
    async (query, found) => {
      const { body } = await admin.get<{ items: (User & { email: string })[] }>(`/api/v1/users?${query}`);
      expect(body.items).toHaveLength(found.length);
      for (const one of body.items)
        expect(found).toContain(query.includes('TRUONG') ? one.email : one.displayName);
    },
  );

  test('one is read by its id, with the revision that a change has to name; one that is not there is 404', async () => {
    const user = await find('motcua2@demo.techgate.vn');
    const { status, body, headers } = await admin.get(`/api/v1/users/${user.id}`);
    expect({ status, body, etag: headers['etag'] }).toEqual({
      ...{ status: 200, body: user, etag: `"${user.revision}"` },
    });
    const missing = await admin.get('/api/v1/users/00000009-0000-4000-8000-000000000001');
    expect(missing.body).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('a name and a position change without ending sessions', async () => {
    const client = await api.login('phogiamdoc@demo.techgate.vn');
    const user = await find('phogiamdoc@demo.techgate.vn');
    const { body } = await change(user, { displayName: 'Tên Mới', position: 'Phó Giám đốc' });
    expect(body).toMatchObject({ displayName: 'Tên Mới', position: 'Phó Giám đốc', revision: 2 });
    expect((await client.get('/api/v1/me')).status).toBe(200);
  });

  test('deactivation ends every session at once', async () => {
    const client = await api.login('chuyenvien3@demo.techgate.vn');
    const changed = await change(await find('chuyenvien3@demo.techgate.vn'), { active: false });
    expect(changed.body).toMatchObject({ active: false, revision: 2 });
    expect((await client.get('/api/v1/me')).body['code']).toBe('session_expired');
    const login = await api.anonymous.post('/api/v1/auth/login', {
      email: 'chuyenvien3@demo.techgate.vn',
      password: 'TechGate-demo-2026',
    });
    expect(login.body['code']).toBe('invalid_credentials');
  });

  test('new roles end the sessions that were opened with the old ones', async () => {
    const client = await api.login('chuyenvien2@demo.techgate.vn');
    expect(
      (await change(await find('chuyenvien2@demo.techgate.vn'), { roles: ['head', 'appraiser'] })).body.roles,
    ).toEqual(['appraiser', 'head']);
    expect((await client.get('/api/v1/me')).body['code']).toBe('session_expired');
  });

  test('a stale or missing revision changes nothing', async () => {
    const user = await find('motcua2@demo.techgate.vn');
    expect((await change(user, { displayName: 'X' }, 99)).body).toMatchObject({
      status: 412,
      code: 'stale_revision',
    });
    expect((await admin.patch(`/api/v1/users/${user.id}`, { displayName: 'X' })).body).toMatchObject({
      status: 428,
      code: 'precondition_required',
    });
    expect((await admin.patch(`/api/v1/users/${user.id}`, {}, { 'if-match': 'abc' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/headers/if-match' }],
    });
    expect((await find('motcua2@demo.techgate.vn')).revision).toBe(1);
  });

  test('nobody deactivates themselves or changes their own roles', async () => {
    const me = await find('quantri@demo.techgate.vn');
    expect((await change(me, { active: false })).body.code).toBe('own_account');
    expect((await change(me, { roles: ['head'] })).body.code).toBe('own_account');
  });

  test('only administrators reach them', async () => {
    for (const email of [
      'than@demo.techgate.vn',
      'giamdoc@demo.techgate.vn',
      'thanhtra@demo.techgate.vn',
      'phapche1@demo.techgate.vn',
    ]) {
      expect((await (await api.login(email)).get('/api/v1/users')).body).toMatchObject({
        status: 403,
        code: 'forbidden',
      });
    }
  });
});

describe('the own password', () => {
  const EMAIL = 'tu.doi@demo.techgate.vn';
  const FIRST = 'mat-khau-ban-dau-2026';
  const NEXT = 'mat-khau-cua-rieng-toi-2026';
  const change = (client: ApiClient, currentPassword: string, newPassword: string, key = 'doi-1') =>
    client.post<{ code: string; endedSessions: number }>(
      '/api/v1/me/password',
      { currentPassword, newPassword },
      { 'idempotency-key': key },
    );
  const signIn = (password: string) =>
    api.anonymous.post<{ accessToken: string }>('/api/v1/auth/login', { email: EMAIL, password });
  const signedIn = async (password: string) =>
    new ApiClient(api.app, { authorization: `Bearer ${(await signIn(password)).body.accessToken}` });

  test('is changed by whoever knows it: other sessions end, this one goes on, the log says so, and a repeated request changes nothing', async () => {
    await admin.post('/api/v1/users', draft({ email: EMAIL, password: FIRST }));
    const [here, elsewhere] = [await signedIn(FIRST), await signedIn(FIRST)];
    const changed = await change(here, FIRST, NEXT);
    expect(changed).toMatchObject({ status: 200, body: { endedSessions: 1 } });
    expect((await elsewhere.get('/api/v1/me')).body['code']).toBe('session_expired');
    expect((await here.get('/api/v1/me')).status).toBe(200);
    expect((await change(here, FIRST, NEXT)).body).toEqual(changed.body);
    expect([(await signIn(FIRST)).status, (await signIn(NEXT)).status]).toEqual([401, 200]);
    const entries = await runAs(
      api.db.app,
      `SELECT e.facts FROM audit_entry e JOIN app_user u ON u.id::text = e.actor_id AND e.subject_id = e.actor_id
        WHERE e.action = 'account.password_changed' AND u.email = '${EMAIL}'`,
    );
    expect(entries).toEqual([{ facts: { endedSessions: 1 } }]);
  });

  test.each([
    ['current_password_wrong', 'khong-phai-mat-khau', 'mot-mat-khau-khac-2026'],
    ['password_unchanged', NEXT, NEXT],
    ['password_too_weak', NEXT, 'ngan'],
    ['password_too_weak', NEXT, 'tu.doi-tu.doi-2026'],
  ])('%s changes nothing (%#)', async (code, current, next) => {
    const client = await signedIn(NEXT);
    expect((await change(client, current, next, `key-${code}`)).body).toMatchObject({ status: 422, code });
    expect((await signIn(NEXT)).status).toBe(200);
  });

  test('is not found out by guessing: wrong ones count as failed sign-ins', async () => {
    const client = await signedIn(NEXT);
    const codes: string[] = [];
    for (let n = 0; n < 7; n += 1)
      codes.push((await change(client, `sai-${n}`, 'mot-mat-khau-khac-2026', `guess-${n}`)).body.code);
    expect(codes[0]).toBe('current_password_wrong');
    expect(codes.at(-1)).toBe('account_locked');
  });
});

describe('organisations', () => {
  test('are found without accents, and by tax code', async () => {
    const clerk = await api.login('motcua1@demo.techgate.vn');
    const byName = await clerk.get<{ items: { name: string }[] }>('/api/v1/organisations?q=xi%20mang');
    expect(byName.body.items.map(({ name }) => name)).toEqual(['Công ty TNHH Xi măng Đá Bạc']);
    const byCode = await clerk.get<{ items: { name: string }[] }>('/api/v1/organisations?q=5709900011');
    expect(byCode.body.items).toHaveLength(1);
  });

  test('a second one with the same tax code is refused', async () => {
    const answer = await admin.post('/api/v1/organisations', {
      name: 'Bản sao',
      kind: 'investor',
      taxCode: '5709900011',
    });
    expect(answer.body).toMatchObject({ status: 409, code: 'organisation_exists', taxCode: '5709900011' });
  });

  test('one that is asked for again with its key is the same', async () => {
    const body = { name: 'Viện Một Lần', kind: 'other', taxCode: '5709900999' };
    const create = () => admin.post('/api/v1/organisations', body, { 'idempotency-key': 'to-chuc-1' });
    const [first, again] = [await create(), await create()];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  });

  test('an administrator corrects one that still stands as it was seen; the log keeps what it was', async () => {
    const { body: made } = await admin.post<{ id: string }>('/api/v1/organisations', {
      ...{ name: 'Công ty Sai Tên', kind: 'investor', taxCode: '5709900888' },
    });
    const path = `/api/v1/organisations/${made.id}`;
    const correct = (body: unknown, revision: number) =>
      admin.patch<{ code: string }>(path, body, { 'if-match': `"${revision}"` });
    const corrected = await correct({ name: ' Công ty Đúng Tên ', taxCode: null, address: 'Số 1' }, 1);
    expect(corrected).toMatchObject({
      headers: { etag: '"2"' },
      body: { name: 'Công ty Đúng Tên', taxCode: null, address: 'Số 1', revision: 2 },
    });
    expect((await correct({ name: 'Khác' }, 1)).body).toMatchObject({ status: 412, code: 'stale_revision' });
    expect((await correct({ taxCode: '5709900011' }, 2)).body.code).toBe('organisation_exists');
    expect((await correct({ name: 'Công ty Đúng Tên' }, 2)).body).toMatchObject({ revision: 2 });
    expect((await admin.get(path)).body).toEqual(corrected.body);
    const [entry] = await runAs(
      api.db.app,
      `SELECT e.facts, p.payload FROM audit_entry e JOIN audit_payload p ON p.entry_id = e.id
        WHERE e.action = 'organisation.changed' AND e.subject_id = '${made.id}'`,
    );
    expect(entry).toMatchObject({
      facts: { fields: 'name,taxCode,address', revision: 2 },
      payload: { changes: [{ field: 'name', from: 'Công ty Sai Tên', to: 'Công ty Đúng Tên' }, {}, {}] },
    });
    const nowhere = '/api/v1/organisations/00000009-0000-4000-8000-000000000001';
    expect((await admin.get(nowhere)).body).toMatchObject({ code: 'not_found' });
    const clerk = await api.login('motcua1@demo.techgate.vn');
    expect((await clerk.patch(path, { name: 'X Y' }, { 'if-match': '"2"' })).status).toBe(403);
  });

  test('investors do not browse them', async () => {
    expect((await (await api.login('than@demo.techgate.vn')).get('/api/v1/organisations')).status).toBe(403);
  });
});
