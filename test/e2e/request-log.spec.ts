import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';
import { runAs } from '../support/database.js';

interface Line {
  actorId?: string;
  dossierId?: string;
  projectId?: string;
  msg: string;
  level: number;
  request?: { id: string; method: string; path: string | null };
  status?: number;
}
const written: string[] = [];
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    label: 'request_log',
    config: { logLevel: 'info', trustedProxies: ['loopback'] },
    log: { write: (line) => written.push(line) },
  });
});
afterAll(() => api.close());

const linesOf = (id: string): Line[] =>
  written.map((line) => JSON.parse(line) as Line).filter(({ request }) => request?.id === id);

describe('the request log', () => {
  test('one line per request with method, path without query, status and id', async () => {
    await api.anonymous.get('/api/v1/me?token=secret-in-query', { 'x-request-id': 'request-0001' });
    const lines = linesOf('request-0001').filter(({ msg }) => msg === 'request completed');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 40,
      request: { id: 'request-0001', method: 'GET', path: '/api/v1/me' },
      status: 401,
    });
  });

  test('who acted on what stands there as ids, and the route instead of the path', async () => {
    const admin = await api.login('quantri@demo.techgate.vn');
    const id = '0000000a-0000-4000-8000-00000000000A';
    const completed = async (path: string, key: string) => {
      await admin.get(path, { 'x-request-id': key });
      return linesOf(key).find(({ msg }) => msg === 'request completed');
    };
    const read = await completed(`/api/v1/dossiers/${id}/letters`, 'request-0002');
    expect(read).toMatchObject({
      request: { path: '/api/v1/dossiers/:id/letters' },
      dossierId: id.toLowerCase(),
    });
    expect(read?.actorId).toMatch(/^[0-9a-f-]{36}$/);
    const project = await completed(`/api/v1/projects/${id}`, 'request-0003');
    expect(project).toMatchObject({ request: { path: '/api/v1/projects/:id' }, projectId: id.toLowerCase() });
    expect(project).not.toHaveProperty('dossierId');
    const named = await completed('/api/v1/dossiers/Nguyen-Van-Bi-Mat', 'request-0004');
    expect(named).not.toHaveProperty('dossierId');
    const nowhere = await completed('/api/v1/nowhere/Nguyen-Van-Bi-Mat?q=Bi-Mat', 'request-0005');
    expect(nowhere?.request?.path).toBeNull();
    expect(written.join('')).not.toContain('Bi-Mat');
  });

  test('no passwords, tokens, e-mails, names, addresses or headers', async () => {
    const credentials = { email: 'quantri@demo.techgate.vn', password: 'TechGate-demo-2026' };
    const login = await api.anonymous.post<{ accessToken: string; refreshToken: string }>(
      '/api/v1/auth/login',
      credentials,
    );
    const session = await api.anonymous.post('/api/v1/auth/session', credentials);
    await api.anonymous.post('/api/v1/auth/login', {
      email: 'somebody@demo.techgate.vn',
      password: 'wrong-password-1',
    });
    const admin = await api.login('quantri@demo.techgate.vn');
    await admin.post('/api/v1/users', {
      email: 'new@demo.techgate.vn',
      displayName: 'Tên Bí Mật',
      password: 'mat-khau-rat-dai-1',
      roles: [],
    });
    await admin.get('/api/v1/organisations?q=tim-kiem-rieng');
    const cookie = String(session.headers['set-cookie']).split(/[=;]/)[1] ?? '';
    const all = written.join('');
    expect(all).toContain('signed in');
    for (const secret of [
      'quantri@',
      'somebody@',
      'new@demo',
      'TechGate-demo-2026',
      'wrong-password-1',
      'mat-khau',
      'Tên Bí Mật',
      'tim-kiem-rieng',
      '127.0.0.1',
      login.body.accessToken,
      login.body.refreshToken,
      cookie,
      'user-agent',
      'authorization',
    ]) {
      expect({ secret, logged: all.includes(secret) }).toEqual({ secret, logged: false });
    }
  });

  test('the id of a request is that of a proxy in front, and of nobody else', async () => {
    const given = { 'x-request-id': 'Nguyen.Van.Ten' };
    const ask = (remoteAddress: string) =>
      api.app.inject({ method: 'GET', url: '/api/v1/me', remoteAddress, headers: given });
    expect((await ask('127.0.0.1')).headers['x-request-id']).toBe('Nguyen.Van.Ten');
    const stranger = await ask('203.0.113.9');
    expect(stranger.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(stranger.json()).toMatchObject({ requestId: stranger.headers['x-request-id'] });
  });

  test('a fault names the request, who asked and about what, by the same names', async () => {
    const admin = await api.login('thanhtra@demo.techgate.vn');
    const id = '0000000a-0000-4000-8000-00000000000a';
    await runAs(api.db.superuser, 'ALTER TABLE dossier RENAME TO dossier_away');
    const { status } = await admin.get(`/api/v1/dossiers/${id}`, { 'x-request-id': 'request-0006' });
    await runAs(api.db.superuser, 'ALTER TABLE dossier_away RENAME TO dossier');
    expect(status).toBe(500);
    const fault = linesOf('request-0006').find(({ msg }) => msg === 'request failed');
    expect(fault).toMatchObject({
      request: { id: 'request-0006', method: 'GET', path: '/api/v1/dossiers/:id' },
      dossierId: id,
      actorId: expect.any(String),
      state: '42P01',
    });
  });

  test('what no router understands has its line too, and is counted', async () => {
    const before = written.length;
    const statuses = new Set<number>();
    for (let n = 0; n <= 120; n += 1) statuses.add((await api.anonymous.get('/%zz')).status);
    expect([...statuses]).toEqual([400, 429]);
    const lines = written.slice(before).map((line) => JSON.parse(line) as Line);
    expect(lines).toHaveLength(121);
    expect(lines[0]).toMatchObject({ request: { method: 'GET', path: null }, status: 400 });
  });

  test('nothing that somebody sends makes a line of its own', async () => {
    const before = written.length;
    const forged = '%0a%7b%22level%22:60,%22msg%22:%22forged%22%7d';
    await api.anonymous.get(`/api/v1/dossiers/${forged}?q=${forged}`, {
      'user-agent': '{"msg":"forged"}',
      'x-request-id': '{"msg":"forged"}',
      'x-forwarded-for': '{"msg":"forged"}',
    });
    await api.anonymous.post('/api/v1/auth/login', {
      email: 'forged"}@x.vn',
      password: '\r\n{"msg":"forged"}',
    });
    const lines = written.slice(before);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line.trimEnd()).not.toMatch(/[\r\n]/);
      expect((JSON.parse(line) as Line).msg).not.toBe('forged');
    }
    expect(lines.join('')).not.toContain('forged');
  });

  test('a reused refresh token is a warning that names the account by id', async () => {
    const login = await api.anonymous.post<{ refreshToken: string; user: { id: string } }>(
      '/api/v1/auth/login',
      {
        email: 'giamdoc@demo.techgate.vn',
        password: 'TechGate-demo-2026',
      },
    );
    const { refreshToken } = login.body;
    await api.anonymous.post('/api/v1/auth/refresh', { refreshToken });
    await api.anonymous.post('/api/v1/auth/refresh', { refreshToken });
    const warning = written
      .map((line) => JSON.parse(line) as Line & { userId?: string })
      .find(({ msg }) => msg.startsWith('refresh token reused'));
    expect(warning).toMatchObject({ level: 40, userId: login.body.user.id });
  });
});
