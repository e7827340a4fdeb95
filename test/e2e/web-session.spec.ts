import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';
import { runAs } from '../support/database.js';

const MINUTE = 60_000;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'web_session' });
});
afterAll(() => api.close());

async function open(email = 'quantri@demo.techgate.vn', carried?: string) {
  const headers = carried === undefined ? undefined : { cookie: carried };
  const answer = await api.anonymous.post<{ csrfToken: string }>(
    '/api/v1/auth/session',
    { email, password: 'TechGate-demo-2026' },
    headers,
  );
  const setCookie = String(answer.headers['set-cookie']);
  return { answer, setCookie, cookie: setCookie.split(';')[0] ?? '', csrf: answer.body.csrfToken };
}
const organisation = { name: 'Công ty thử phiên', kind: 'other' };

describe('cookie session', () => {
  test('the cookie is httpOnly, SameSite=Strict, and holds nothing but a random token', async () => {
    const { answer, setCookie } = await open();
    expect(answer.status).toBe(201);
    expect(setCookie).toMatch(
      /^techgate_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('reading needs the cookie alone; /me gives the CSRF token back after a reload', async () => {
    const { cookie, csrf } = await open();
    const me = await api.anonymous.get('/api/v1/me', { cookie });
    expect(me.body).toMatchObject({ email: 'quantri@demo.techgate.vn', csrfToken: csrf });
  });

  test('a read or a download without the header is csrf_missing; only /me hands the token out', async () => {
    const { cookie, csrf } = await open();
    const bare = await api.anonymous.get('/api/v1/users', { cookie });
    expect(bare.body).toMatchObject({ status: 403, code: 'csrf_missing' });
    const withToken = await api.anonymous.get('/api/v1/users', { cookie, 'x-csrf-token': csrf });
    expect(withToken.status).toBe(200);
  });

  test('a write without the header is csrf_missing', async () => {
    const { cookie } = await open();
    const answer = await api.anonymous.post('/api/v1/organisations', organisation, { cookie });
    expect(answer.body).toMatchObject({ status: 403, code: 'csrf_missing' });
  });

  test("a write with another session's token is csrf_wrong", async () => {
    const [mine, other] = [await open(), await open()];
    const answer = await api.anonymous.post('/api/v1/organisations', organisation, {
      cookie: mine.cookie,
      'x-csrf-token': other.csrf,
    });
    expect(answer.body).toMatchObject({ status: 403, code: 'csrf_wrong' });
  });

  test('a write with its own token passes', async () => {
    const { cookie, csrf } = await open();
    const answer = await api.anonymous.post('/api/v1/organisations', organisation, {
      cookie,
      'x-csrf-token': csrf,
    });
    expect(answer.status).toBe(201);
  });

  test('a planted token never becomes a session, and the one carried ends at the next sign-in', async () => {
    const planted = `techgate_session=${'A'.repeat(43)}`;
    const first = await open('quantri@demo.techgate.vn', planted);
    expect(first.cookie).not.toBe(planted);
    expect((await api.anonymous.get('/api/v1/me', { cookie: planted })).body['code']).toBe('session_expired');
    await open('quantri@demo.techgate.vn', first.cookie);
    expect((await api.anonymous.get('/api/v1/me', { cookie: first.cookie })).body['code']).toBe(
      'session_expired',
    );
  });

  test('sign-out ends it and clears the cookie', async () => {
    const { cookie, csrf } = await open();
    const answer = await api.anonymous.delete('/api/v1/auth/session', { cookie, 'x-csrf-token': csrf });
    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^techgate_session=;.*(Max-Age=0|Expires=Thu, 01 Jan 1970)/,
    );
    expect((await api.anonymous.get('/api/v1/me', { cookie })).body['code']).toBe('session_expired');
  });

  test('it ends after an hour without use, and after twelve hours of use', async () => {
    const idle = await open();
    api.clock.advance(61 * MINUTE);
    expect((await api.anonymous.get('/api/v1/me', { cookie: idle.cookie })).body['code']).toBe(
      'session_expired',
    );
    const busy = await open();
    for (let n = 0; n < 14; n += 1) {
      api.clock.advance(50 * MINUTE);
      expect((await api.anonymous.get('/api/v1/me', { cookie: busy.cookie })).status).toBe(200);
    }
    api.clock.advance(30 * MINUTE);
    expect((await api.anonymous.get('/api/v1/me', { cookie: busy.cookie })).body['code']).toBe(
      'session_expired',
    );
  });

  test('what a page asks by itself is no sign of life: an hour after the last hand on it the session is over', async () => {
    const { cookie } = await open();
    const alone = { cookie, 'x-unattended': 'true' };
    for (const minutes of [25, 25]) {
      api.clock.advance(minutes * MINUTE);
      expect((await api.anonymous.get('/api/v1/me', alone)).status).toBe(200);
    }
    api.clock.advance(11 * MINUTE);
    expect((await api.anonymous.get('/api/v1/me', alone)).body['code']).toBe('session_expired');
  });

  test('the database holds no token in the clear', async () => {
    const { cookie } = await open();
    const token = cookie.split('=')[1] ?? '';
    const rows = await runAs(api.db.superuser, 'SELECT * FROM web_session');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
