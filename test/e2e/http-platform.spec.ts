import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DOCUMENT_STORE, type DocumentStore } from '#documents';
import { startTestApi, type TestApi } from '../support/api.js';
import { runAs } from '../support/database.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'http_platform' });
});
afterAll(() => api.close());

describe('what a page knows before anybody has signed in', () => {
  test('mode, version and the demonstration accounts of every role, without asking who is there', async () => {
    const { status, body } = await api.anonymous.get<{ mode: string; demoAccounts: { email: string }[] }>(
      '/api/v1/installation',
      { authorization: 'Bearer nonsense' },
    );
    expect([status, body.mode]).toEqual([200, 'demonstration']);
    expect(body.demoAccounts.map(({ email }) => email)).toContain('chuyenvien1@demo.techgate.vn');
  });
});

describe('headers', () => {
  test('nothing from elsewhere, no inline scripts, no frames, no sniffing', async () => {
    const { headers } = await api.anonymous.get('/health/live');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('documentation', () => {
  test('the OpenAPI document names a policy and the problem answer for every operation', async () => {
    interface Parameter {
      in: string;
      name: string;
      schema?: object;
    }
    type Operation = Record<string, unknown> & {
      responses: Record<string, unknown>;
      parameters: Parameter[];
    };
    const { body } = await api.anonymous.get<{ paths: Record<string, Record<string, Operation>> }>(
      '/api/openapi.json',
    );
    const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((operation) => ({ path, operation })),
    );
    expect(operations.length).toBeGreaterThan(10);
    for (const { path, operation } of operations) {
      expect({ path, policy: operation['x-policy'] }).toMatchObject({
        path,
        policy: { note: expect.stringMatching(/.{5}/) },
      });
      expect(operation.responses).toHaveProperty('default');
      const untyped = operation.parameters.filter(({ schema = {} }) => Object.keys(schema).length === 0);
      expect({ path, untyped: untyped.map(({ name }) => name) }).toEqual({ path, untyped: [] });
    }
    // What a handler takes stands there by being taken.
    const issue = operations.find(({ operation }) => operation['operationId'] === 'issueLetter')?.operation;
    expect(issue?.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ in: 'query', name: 'dryRun' }),
        expect.objectContaining({ in: 'header', name: 'Idempotency-Key' }),
      ]),
    );
  });

  test('the page for people loads with its scripts', async () => {
    const page = await api.anonymous.get<string>('/api/docs');
    expect(page.status).toBe(200);
    const script = /src="([^"]*swagger-ui-init\.js)"/.exec(page.body)?.[1] ?? '';
    expect((await api.anonymous.get(new URL(script, 'http://x/api/docs').pathname)).status).toBe(200);
  });
});

describe('health', () => {
  test('names each dependency', async () => {
    expect((await api.anonymous.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await api.anonymous.get('/health/ready')).body).toEqual({
      status: 'ready',
      dependencies: [
        { name: 'database', state: 'up' },
        { name: 'storage', state: 'up' },
        { name: 'law', state: 'up' },
        { name: 'jobs', state: 'late' },
        { name: 'clocks', state: 'up', ageSeconds: 0 },
        { name: 'checkpoint', state: 'late' },
      ],
    });
    expect((await api.anonymous.get('/health/version')).body).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      mode: 'demonstration',
    });
  });
});

describe('when something is down', () => {
  test('a lost database is 503 with Retry-After, says so in readiness, and heals by itself', async () => {
    const other = await startTestApi({ label: 'database_down' });
    const client = await other.login('quantri@demo.techgate.vn');
    const database = String(other.db.app.database);
    const admin = { ...other.db.superuser, database: 'postgres' };
    await runAs(admin, `ALTER DATABASE ${database} WITH allow_connections false`);
    await runAs(
      admin,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
    const down = await client.get('/api/v1/me');
    expect(down.body).toMatchObject({ status: 503, code: 'dependency_unavailable' });
    expect(down.headers['retry-after']).toBe('5');
    expect(JSON.stringify(down.body)).not.toMatch(/SELECT|pg|stack|node_modules/);
    const readiness = await client.get('/health/ready');
    expect({ status: readiness.status, body: readiness.body }).toMatchObject({
      status: 503,
      body: { status: 'not_ready' },
    });
    await runAs(admin, `ALTER DATABASE ${database} WITH allow_connections true`);
    expect((await client.get('/api/v1/me')).status).toBe(200);
    await other.close();
  });

  test('a storage that is no folder is named', async () => {
    const file = join(api.config.storageFolder, 'a-file');
    await writeFile(file, 'x');
    const other = await startTestApi({ label: 'storage_down', config: { storageFolder: file } });
    const readiness = await other.anonymous.get('/health/ready');
    expect(readiness.status).toBe(503);
    expect(readiness.body['dependencies']).toContainEqual({ name: 'storage', state: 'down' });
    await other.close();
  });
});

describe('limits', () => {
  test('sign-in is held to its own rate; health is not', async () => {
    const other = await startTestApi({
      label: 'rates',
      config: { rates: { general: 50, pages: 50, signIn: 3, preview: 2, person: 50 } },
    });
    const attempt = () => other.anonymous.post('/api/v1/auth/refresh', { refreshToken: 'x'.repeat(43) });
    const codes: unknown[] = [];
    for (let n = 0; n < 4; n += 1) codes.push((await attempt()).body['code']);
    expect(codes).toEqual(['refresh_invalid', 'refresh_invalid', 'refresh_invalid', 'rate_limited']);
    const refused = await attempt();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers['ratelimit-policy']).toBe('"signIn";q=3;w=60');
    expect(refused.headers['ratelimit']).toMatch(/^"signIn";r=0;t=[1-9]\d*$/);
    expect((await other.anonymous.get('/api/v1/me')).status).toBe(401);
    expect((await other.anonymous.get('/health/live')).status).toBe(200);
    await other.close();
  });

  test('a person is counted by what is refused for the role, too', async () => {
    const other = await startTestApi({
      label: 'rates_refused',
      config: { rates: { general: 50, pages: 50, signIn: 50, preview: 50, person: 2 } },
    });
    const investor = await other.login('gom@demo.techgate.vn');
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await investor.get('/api/v1/users')).status);
    expect(statuses).toEqual([403, 403, 429]);
    await other.close();
  });

  test('count the address that a trusted proxy names, and nothing that anybody else says', async () => {
    const other = await startTestApi({
      label: 'rates_forwarded',
      config: {
        trustedProxies: ['10.0.0.0/8'],
        rates: { general: 2, pages: 2, signIn: 50, preview: 50, person: 50 },
      },
    });
    const ask = async (remoteAddress: string, forwarded: string) =>
      (
        await other.app.inject({
          method: 'GET',
          url: '/api/v1/packs',
          remoteAddress,
          headers: { 'x-forwarded-for': forwarded },
        })
      ).statusCode;
    const spoofed: number[] = [];
    for (let n = 1; n <= 3; n += 1) spoofed.push(await ask('203.0.113.9', `198.51.100.${n}`));
    expect(spoofed).toEqual([200, 200, 429]);
    const behind: number[] = [];
    for (let n = 1; n <= 3; n += 1) behind.push(await ask('10.0.0.1', `198.51.100.${n}`));
    expect(behind).toEqual([200, 200, 200]);
    const appended: number[] = [];
    for (let n = 1; n <= 3; n += 1) appended.push(await ask('10.0.0.1', `198.51.100.${n + 9}, 192.0.2.7`));
    expect(appended).toEqual([200, 200, 429]);
    await other.close();
  });

  test('pages and their files have one of their own, and say in words when it is used up', async () => {
    const webFolder = await mkdtemp(join(tmpdir(), 'techgate-web-'));
    await mkdir(join(webFolder, 'assets'));
    for (const name of ['index.html', 'favicon.svg', 'assets/page.js'])
      await writeFile(join(webFolder, name), '//');
    const other = await startTestApi({
      label: 'rates_of_pages',
      config: { webFolder, rates: { general: 2, pages: 3, signIn: 50, preview: 50, person: 50 } },
    });
    const ask = (url: string, accept = 'text/html') =>
      other.app.inject({ url, headers: { accept, 'accept-language': 'vi' } });
    const served = [await ask('/'), await ask('/assets/page.js'), await ask('/favicon.svg')];
    expect(served.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const page = await ask('/dossiers?tab=all');
    expect([page.statusCode, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(page.body).toMatch(/<h1>Quá nhiều yêu cầu<\/h1>.*sau khoảng \d+ giây/);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    const file = await ask('/assets/page.js', '*/*');
    expect(file.json()).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(Number(file.headers['retry-after'])).toBeGreaterThan(0);
    const asked = [await ask('/api/v1/packs'), await ask('/api/v1/packs'), await ask('/api/docs')];
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    await other.close();
    await rm(webFolder, { recursive: true });
  });

  test('readiness is counted, and asks its dependencies once a second however many ask', async () => {
    const other = await startTestApi({ label: 'readiness_flood' });
    const store = other.app.get<DocumentStore>(DOCUMENT_STORE);
    const probe = store.probe.bind(store);
    let probes = 0;
    Object.assign(store, { probe: () => ((probes += 1), probe()) });
    const statuses = new Set<number>();
    for (let n = 0; n <= 600; n += 1) statuses.add((await other.anonymous.get('/health/ready')).status);
    expect(statuses.has(429)).toBe(true);
    expect(probes).toBeGreaterThan(0);
    expect(probes).toBeLessThan(60);
    await other.close();
  });

  test('are those of the route, however its path is written', async () => {
    const other = await startTestApi({
      label: 'rates_by_route',
      config: { rates: { general: 50, pages: 50, signIn: 2, preview: 2, person: 50 } },
    });
    const statusesOf = async (paths: string[], body: object) => {
      const statuses: number[] = [];
      for (const path of paths) statuses.push((await other.anonymous.post(path, body)).status);
      return statuses;
    };
    const refresh = ['/api/v1/auth/refresh', '/api/v1/auth/%72efresh', 'http://h/api/v1/auth/refresh'];
    expect(await statusesOf(refresh, { refreshToken: 'x'.repeat(43) })).toEqual([401, 401, 429]);
    const preview = [
      '/api/v1/screenings/preview',
      '/api/v1/screenings/%70review',
      '/api/v1/screenings/previe%77',
    ];
    expect(await statusesOf(preview, {})).toEqual([400, 400, 429]);
    await other.close();
  });
});

test('a person has a limit of their own, whatever the address, and every answer says what is left', async () => {
  const other = await startTestApi({
    label: 'person_rate',
    config: { rates: { general: 50, pages: 50, signIn: 50, preview: 50, person: 3 } },
  });
  const person = await other.login('gom@demo.techgate.vn');
  const ask = (n: number) =>
    other.app.inject({
      method: 'GET',
      url: '/api/v1/me',
      headers: person.sent,
      remoteAddress: `10.0.0.${n}`,
    });
  const answers = [await ask(1), await ask(2), await ask(3), await ask(4)];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
  expect(answers[0]?.headers['ratelimit-policy']).toBe('"general";q=50;w=60, "person";q=3;w=60');
  expect(answers[1]?.headers['ratelimit']).toMatch(/^"general";r=49;t=60, "person";r=1;t=\d+$/);
  expect(answers[3]?.json()).toMatchObject({ code: 'rate_limited' });
  expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await (await other.login('than@demo.techgate.vn')).get('/api/v1/me')).status).toBe(200);
  const six = async (n: number) =>
    (await other.app.inject({ method: 'GET', url: '/api/v1/packs', remoteAddress: `2001:db8::${n}` }))
      .headers;
  expect((await six(1))['ratelimit']).toContain('r=49;');
  expect((await six(2))['ratelimit']).toContain('r=48;');
  await other.close();
});

describe('production', () => {
  test('demonstration people cannot sign in where they are off, nor are they shown', async () => {
    const other = await startTestApi({ label: 'no_demo', config: { demoAccounts: false } });
    const login = await other.anonymous.post('/api/v1/auth/login', {
      email: 'quantri@demo.techgate.vn',
      password: 'TechGate-demo-2026',
    });
    expect(login.body).toMatchObject({ status: 401, code: 'invalid_credentials' });
    expect((await other.anonymous.get<string>('/')).body).not.toContain('@demo.techgate.vn');
    await other.close();
  });

  test('behind https the cookie is Secure with the __Host- prefix', async () => {
    const other = await startTestApi({ label: 'secure_cookie', config: { secureCookies: true } });
    const { headers } = await other.anonymous.post('/api/v1/auth/session', {
      email: 'quantri@demo.techgate.vn',
      password: 'TechGate-demo-2026',
    });
    expect(String(headers['set-cookie'])).toMatch(/^__Host-techgate_session=.*; Secure/);
    expect(headers['strict-transport-security']).toContain('max-age=');
    await other.close();
  });
});
