import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startTestApi, type TestApi } from '../support/api.js';

describe('the API over a real socket', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ label: 'sockets', listen: true });
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
});
