import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../support/api.js';
import { HeardStatements } from '../support/heard-statements.js';

const PASSWORD = 'TechGate-demo-2026';
const PEOPLE = ['quantri', 'motcua1', 'chuyenvien1', 'truongphong1', 'giamdoc'];
const TIMES = 12;
let api: TestApi;
let heard: HeardStatements;
beforeAll(async () => {
  api = await startTestApi({ label: 'sign_in_at_once' });
  heard = new HeardStatements();
});
afterAll(() => {
  heard?.stop();
  return api?.close();
});

interface Someone {
  email: string;
  headers: Record<string, string>;
}
const emailOf = (name: string): string => `${name}@demo.techgate.vn`;

async function byBearer(name: string): Promise<Someone> {
  const email = emailOf(name);
  const answer = await api.anonymous.post<{ accessToken: string }>('/api/v1/auth/login', {
    email,
    password: PASSWORD,
  });
  return { email, headers: { authorization: `Bearer ${answer.body.accessToken}` } };
}

async function byCookie(name: string): Promise<Someone> {
  const email = emailOf(name);
  const answer = await api.anonymous.post<{ csrfToken: string }>('/api/v1/auth/session', {
    email,
    password: PASSWORD,
  });
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
  return { email, headers: { cookie, 'x-csrf-token': answer.body.csrfToken } };
}

const me = ({ headers }: Someone) => api.anonymous.get<{ email: string }>('/api/v1/me', headers);
const lookUps = (table: string) => heard.texts.filter((text) => text.includes(`FROM ${table}`)).length;

describe('people who come at once', () => {
  test.each([
    ['bearer tokens', byBearer, 'refresh_family'],
    ['cookies', byCookie, 'web_session'],
  ] as const)(
    'with %s are looked up together, and each is answered as who they are',
    async (_by, enter, table) => {
      const crowd = (await Promise.all(PEOPLE.map(enter))).flatMap((one) => Array<Someone>(TIMES).fill(one));
      heard.clear();
      const answers = await Promise.all(crowd.map(me));
      expect(answers.map(({ body }) => body.email)).toEqual(crowd.map(({ email }) => email));
      expect(lookUps(table)).toBeGreaterThan(0);
      expect(lookUps(table)).toBeLessThan(crowd.length / 2);
    },
  );

  const leaveByBearer = ({ headers }: Someone) =>
    api.anonymous.post('/api/v1/auth/logout', undefined, headers);
  const leaveByCookie = ({ headers }: Someone) => api.anonymous.delete('/api/v1/auth/session', headers);
  test.each([
    ['bearer token', byBearer, leaveByBearer],
    ['cookie', byCookie, leaveByCookie],
  ] as const)(
    'are refused one by one: whose %s has ended comes in with nobody',
    async (_by, enter, leave) => {
      const [gone, ...others] = await Promise.all(['quantri', ...PEOPLE].map(enter));
      if (!gone) throw new Error('nobody came');
      expect((await leave(gone)).status).toBe(204);
      const asked = Array.from({ length: TIMES }).flatMap(() => [gone, ...others]);
      const answers = await Promise.all(asked.map(me));
      const expected = asked.map((one) => (one === gone ? 401 : 200));
      expect(answers.map(({ status }) => status)).toEqual(expected);
    },
  );
});
