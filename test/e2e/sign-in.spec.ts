import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';

const EMAIL = 'chuyenvien1@demo.techgate.vn';
const PASSWORD = 'TechGate-demo-2026';
const MINUTE = 60_000;
interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
  code: string;
}

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'sign_in' });
});
afterAll(() => api.close());

const login = (email = EMAIL, password = PASSWORD) =>
  api.anonymous.post<Tokens>('/api/v1/auth/login', { email, password });
const refresh = (refreshToken: string) =>
  api.anonymous.post<Tokens>('/api/v1/auth/refresh', { refreshToken });
const me = (token: string) => api.anonymous.get('/api/v1/me', { authorization: `Bearer ${token}` });

describe('signing in with tokens', () => {
  test('the right password gives tokens that open /me', async () => {
    const { status, body, headers } = await login(` ${EMAIL.toUpperCase()}`.trim());
    expect({ status, expiresIn: body.expiresIn, cookie: headers['set-cookie'] }).toEqual({
      status: 200,
      expiresIn: 900,
      cookie: undefined,
    });
    expect((await me(body.accessToken)).body).toMatchObject({
      email: EMAIL,
      roles: ['appraiser'],
      csrfToken: null,
    });
  });

  test('an unknown e-mail and a wrong password get the same answer', async () => {
    const [unknown, wrong] = [
      await login('nobody@demo.techgate.vn', 'x'),
      await login('ubnd@demo.techgate.vn', 'x'),
    ];
    expect(unknown.body).toMatchObject({ status: 401, code: 'invalid_credentials' });
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  });

  test('an access token ends after 15 minutes', async () => {
    const { body } = await login();
    api.clock.advance(15 * MINUTE - 1000);
    expect((await me(body.accessToken)).status).toBe(200);
    api.clock.advance(1000);
    expect((await me(body.accessToken)).body).toMatchObject({ status: 401, code: 'session_expired' });
  });

  test.each(['Bearer nonsense', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'Basic YTpi'])(
    '%s is not a token',
    async (authorization) => {
      const answer = await api.anonymous.get('/api/v1/me', { authorization });
      expect(answer.body).toMatchObject({ status: 401, code: 'token_invalid' });
      expect(answer.headers['www-authenticate']).toContain('Bearer');
    },
  );

  test('without any proof: not_signed_in', async () => {
    expect((await api.anonymous.get('/api/v1/me')).body).toMatchObject({
      status: 401,
      code: 'not_signed_in',
    });
  });

  test('a body that is no sign-in is refused field by field', async () => {
    const answer = await api.anonymous.post('/api/v1/auth/login', { email: 5, extra: true });
    expect(answer.body).toMatchObject({ status: 400, code: 'malformed_request' });
    const pointers = (answer.body['errors'] as { pointer: string; code: string }[]).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
    expect(pointers).toEqual(
      expect.arrayContaining(['/email is_email', '/password required', '/extra unknown_field']),
    );
  });
});

describe('refresh tokens', () => {
  test('rotate, each once', async () => {
    const first = (await login()).body;
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(second.body.refreshToken).not.toBe(first.refreshToken);
    expect((await refresh(second.body.refreshToken)).status).toBe(200);
  });

  test('an old one that comes back revokes the whole family, access tokens included', async () => {
    const first = (await login()).body;
    const second = (await refresh(first.refreshToken)).body;
    expect((await refresh(first.refreshToken)).body).toMatchObject({ status: 401, code: 'refresh_reused' });
    expect((await refresh(second.refreshToken)).body).toMatchObject({ status: 401, code: 'session_expired' });
    expect((await me(second.accessToken)).body).toMatchObject({ code: 'session_expired' });
  });

  test('of two exchanges at once only one wins', async () => {
    const first = (await login()).body;
    const answers = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('an invented or expired one is refresh_invalid', async () => {
    expect((await refresh('x'.repeat(43))).body.code).toBe('refresh_invalid');
    const { body } = await login();
    api.clock.advance(14 * 24 * 60 * MINUTE);
    expect((await refresh(body.refreshToken)).body.code).toBe('refresh_invalid');
  });

  test('a family ends thirty days after the sign-in, however often it was refreshed, access tokens included', async () => {
    const DAY = 24 * 60 * MINUTE;
    let { body } = await login();
    for (const days of [13, 13]) {
      api.clock.advance(days * DAY);
      body = (await refresh(body.refreshToken)).body;
    }
    api.clock.advance(4 * DAY - 5 * MINUTE);
    const last = await refresh(body.refreshToken);
    expect(last.status).toBe(200);
    expect((await me(last.body.accessToken)).status).toBe(200);
    api.clock.advance(5 * MINUTE);
    expect((await me(last.body.accessToken)).body).toMatchObject({ code: 'session_expired' });
    expect((await refresh(last.body.refreshToken)).body).toMatchObject({
      status: 401,
      code: 'session_expired',
    });
    expect((await refresh((await login()).body.refreshToken)).status).toBe(200);
  });

  test('sign-out ends the family at once', async () => {
    const { body } = await login();
    const answer = await api.anonymous.post('/api/v1/auth/logout', undefined, {
      authorization: `Bearer ${body.accessToken}`,
    });
    expect(answer.status).toBe(204);
    expect((await me(body.accessToken)).body['code']).toBe('session_expired');
    expect((await refresh(body.refreshToken)).body.code).toBe('session_expired');
  });
});

describe('lock-out', () => {
  const guess = async (email: string, times: number) => {
    for (let n = 0; n < times; n += 1) await login(email, 'wrong');
    return login(email, PASSWORD);
  };

  test.each(['phogiamdoc@demo.techgate.vn', 'not-there@demo.techgate.vn'])(
    'after five failures %s waits, twice as long each time',
    async (email) => {
      const locked = await guess(email, 5);
      expect(locked.body).toMatchObject({ status: 423, code: 'account_locked', retryAfterSeconds: 30 });
      expect(locked.headers['retry-after']).toBe('30');
      api.clock.advance(30_000);
      expect((await guess(email, 1)).body).toMatchObject({ code: 'account_locked', retryAfterSeconds: 60 });
      api.clock.advance(60_000);
    },
  );

  test('a success before the limit starts the count afresh', async () => {
    expect((await guess('giamdoc@demo.techgate.vn', 4)).status).toBe(200);
    expect((await guess('giamdoc@demo.techgate.vn', 4)).status).toBe(200);
  });

  test('parallel guesses do not slip through', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => login('thanhtra@demo.techgate.vn', 'wrong')),
    );
    const refused = answers.filter(({ body }) => body.code === 'invalid_credentials').length;
    expect(refused).toBe(5);
  });

  test('an address that fails again and again is held off, whatever the account', async () => {
    for (let n = 0; n < 40; n += 1) await login(`guess${n}@demo.techgate.vn`, 'wrong');
    const answer = await login('phapche1@demo.techgate.vn');
    expect(answer.body).toMatchObject({ status: 429, code: 'address_locked' });
    api.clock.advance(25 * 60 * MINUTE);
    expect((await login('phapche1@demo.techgate.vn')).status).toBe(200);
  });

  const from = (remoteAddress: string, email: string, password: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      remoteAddress,
      payload: { email, password },
    });

  test('failures of an office fade, and the successes of others do not keep them alive', async () => {
    const office = '203.0.113.7';
    for (let n = 0; n < 25; n += 1) await from(office, `typo${n}@demo.techgate.vn`, 'wrong');
    for (let hours = 0; hours < 8; hours += 1) {
      api.clock.advance(60 * MINUTE);
      expect((await from(office, EMAIL, PASSWORD)).statusCode).toBe(200);
    }
    const statuses: number[] = [];
    for (let n = 0; n < 20; n += 1)
      statuses.push((await from(office, `late${n}@demo.techgate.vn`, 'wrong')).statusCode);
    expect(statuses).toEqual(Array.from({ length: 20 }, () => 401));
  });

  test('a household with many addresses has one count of guesses', async () => {
    const statuses = new Set<number>();
    for (let n = 1; n <= 31; n += 1)
      statuses.add(
        (await from(`2001:db8:7::${n.toString(16)}`, `v6-${n}@demo.techgate.vn`, 'wrong')).statusCode,
      );
    expect([...statuses]).toEqual([401, 429]);
    expect((await from('2001:db8:8::1', EMAIL, PASSWORD)).statusCode).toBe(200);
  });
});
