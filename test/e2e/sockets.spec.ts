import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { startTestApi, type TestApi } from '../support/api.js';
import { runAs } from '../support/database.js';
import { eventually } from '../support/process-house.js';

describe('the API over a real socket', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({
      label: 'sockets',
      listen: true,
      config: { timeLimits: { headers: 1, body: 1, upload: 2, statement: 1, request: 3 } },
    });
  }, 60_000);
  afterAll(() => api?.close());

  it('answers health, the contract and a sign-in on one keep-alive connection', async () => {
    const agent = request.agent(api.url);
    const ready = await agent.get('/health/ready').expect(200);
    expect(ready.body).toMatchObject({ status: 'ready' });
    const contract = await agent.get('/api/openapi.json').expect(200);
    expect(Object.keys((contract.body as { paths: object }).paths)).toContain(
      '/api/v1/dossiers/{id}/commands/{command}',
    );
    const credentials = { email: 'giamdoc@demo.techgate.vn', password: 'TechGate-demo-2026' };
    const signedIn = await agent.post('/api/v1/auth/login').send(credentials).expect(200);
    const { accessToken } = signedIn.body as { accessToken: string };
    const page = await agent
      .get('/api/v1/dossiers?count=true')
      .set('authorization', `Bearer ${accessToken}`)
      .expect(200);
    expect(page.body).toEqual({ items: [], nextCursor: null, total: 0 });
  });

  it('refuses a body that breaks off, and goes on answering', async () => {
    const broken = await request(api.url)
      .post('/api/v1/auth/login')
      .set('content-type', 'application/json')
      .send('{"email": "giamdoc@demo')
      .expect(400);
    expect(broken.headers['content-type']).toContain('application/problem+json');
    expect(broken.body).toMatchObject({ code: 'malformed_request' });
    await request(api.url).get('/health/live').expect(200);
  });

  /** Sends text as it is, in pieces where there are several, and returns all that comes back until the connection ends. */
  const raw = (...pieces: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(api.url);
      const socket = connect(Number(port), '127.0.0.1');
      let answer = '';
      socket.on('data', (bytes) => (answer += bytes.toString()));
      socket.on('error', reject);
      socket.on('close', () => resolve(answer));
      for (const piece of pieces) socket.write(piece);
    });
  const problemIn = (answer: string) =>
    JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as object;
  const JSON_POST = 'POST /api/v1/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

  it('leads a person from an address that cannot be decoded to a page that says so, and refuses a machine', async () => {
    const ask = (accept: string) =>
      raw(`GET /%E0%A4%A HTTP/1.1\r\nhost: x\r\naccept: ${accept}\r\nconnection: close\r\n\r\n`);
    const page = await ask('text/html,*/*');
    expect(page).toMatch(/^HTTP\/1\.1 302 /);
    expect(page).toMatch(/\r\nlocation: \/not-found\r\n/i);
    expect(problemIn(await ask('application/json'))).toMatchObject({
      status: 400,
      code: 'malformed_request',
    });
  });

  it.each<[string, string[], number, string]>([
    ['what is no HTTP', ['NONSENSE\r\n\r\n'], 400, 'malformed_request'],
    [
      'a header with a line break of its own',
      ['GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n'],
      400,
      'malformed_request',
    ],
    [
      'two lengths',
      [`${JSON_POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
      400,
      'malformed_request',
    ],
    [
      'a length and chunks',
      [`${JSON_POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}`],
      400,
      'malformed_request',
    ],
    [
      'an endless header',
      [`GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`],
      431,
      'headers_too_large',
    ],
    ['a header that does not end', ['GET / HTTP/1.1\r\nhost: x\r\n'], 408, 'request_timeout'],
    [
      'a JSON body that does not arrive',
      [`${JSON_POST}content-length: 100\r\n\r\n{"email":`],
      408,
      'request_timeout',
    ],
    [
      'chunks that stop',
      [`${JSON_POST}transfer-encoding: chunked\r\n\r\n5\r\n{"ema\r\n`],
      408,
      'request_timeout',
    ],
  ])('%s is refused by name, and the connection ends', async (_, pieces, status, code) => {
    const answer = await raw(...pieces);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
    expect(answer.toLowerCase()).toContain('content-security-policy: ');
    expect(problemIn(answer)).toMatchObject({ status, code });
  });

  it('counts connections without a request by what they were told, also where nobody listened any more', async () => {
    const broken = async () => {
      const { text } = await request(api.url).get('/metrics').expect(200);
      const lines = text.matchAll(/^techgate_broken_connections_total\{code="(\w+)"\} (\d+)$/gm);
      return new Map([...lines].map(([, code = '', count]) => [code, Number(count)]));
    };
    const before = await broken();
    await raw('NONSENSE\r\n\r\n');
    await raw(`GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(20_000)}\r\n\r\n`);
    const left = connect(Number(new URL(api.url).port), '127.0.0.1');
    await once(left, 'connect');
    left.write('GET / HTTP/1.1\r\n', () => left.resetAndDestroy());
    await once(left, 'close');
    const more = (after: Map<string, number>) =>
      ['malformed_request', 'headers_too_large', 'none'].map(
        (code) => (after.get(code) ?? 0) - (before.get(code) ?? 0),
      );
    await eventually('the three are counted', async () => !more(await broken()).includes(0));
    expect(more(await broken())).toEqual([1, 1, 1]);
  });

  it('an upload that trickles without end loses its connection', async () => {
    const { body } = await request(api.url)
      .post('/api/v1/auth/login')
      .send({ email: 'gom@demo.techgate.vn', password: 'TechGate-demo-2026' });
    const { accessToken } = body as { accessToken: string };
    const made = await request(api.url)
      .post('/api/v1/dossiers')
      .set('authorization', `Bearer ${accessToken}`)
      .send({ procedureId: 'opinion' })
      .expect(201);
    const { id } = made.body as { id: string };
    const answer = await raw(
      `POST /api/v1/dossiers/${id}/documents HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${accessToken}\r\n` +
        'content-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n' +
        '--b\r\ncontent-disposition: form-data; name="file"; filename="x.pdf"\r\n\r\n%PDF-1.4',
    );
    expect(answer).toMatch(/^(HTTP\/1.1 4\d\d |$)/);
    const [row] = await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM document');
    expect(row).toEqual({ n: 0 });
  });

  it.each(['/api/v1/dossiers/%zz', '/%ff%fe', `/api/v1/dossiers/${'x'.repeat(300)}`])(
    '%s is a problem like any other',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1.1 (400|404) /);
      expect(problemIn(answer)).toMatchObject({
        code: expect.stringMatching(/^(malformed_request|not_found)$/),
      });
      expect(answer).not.toMatch(/FST_|fastify/i);
      expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
    },
  );

  it('a statement that takes too long is given up, and the caller told to come back', async () => {
    const source = api.app.get(DataSource);
    await expect(source.query('SELECT pg_sleep(20)')).rejects.toMatchObject({
      driverError: { code: '57014' },
    });
  });
});
