import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApp } from '../../../apps/api/src/create-app.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { emailOf, type Problem } from '../../support/dossier-driver.js';
import { SlowWire } from '../../support/slow-wire.js';

const SECONDS = 1;
/** Long below what one statement may take and less than a request has; two of them are more. */
const SLOW_MS = 800;
const TIME_LIMITS = { headers: 10, body: 30, upload: 600, statement: 20, request: SECONDS };

let api: TestApi;
let wire: SlowWire;
beforeAll(async () => {
  api = await startTestApi({ label: 'out_of_time' });
}, 60_000);
afterAll(() => api?.close());

let hasty: NestFastifyApplication;
/** The same installation once more, with little time and one connection, over a wire that can be slow. */
async function hastyApi(): Promise<NestFastifyApplication> {
  const { host, port } = api.db.app;
  wire = new SlowWire({ host, port });
  const database = { ...api.db.app, host: '127.0.0.1', port: await wire.listen(), poolSize: 1 };
  const events = { ...api.config.events, streamSeconds: 2 * SECONDS };
  return createApp({ ...api.config, database, events, timeLimits: TIME_LIMITS }, { clock: api.clock });
}
beforeAll(async () => {
  hasty = await hastyApi();
}, 60_000);
afterAll(async () => {
  await hasty?.close();
  await wire?.close();
});
beforeEach(() => {
  wire.delay = 0;
});

/** Keeps a table for itself while the work is done. */
async function holding(table: string, work: () => Promise<void>): Promise<void> {
  const { host, port, user, password, database } = api.db.superuser;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
    await work();
  } finally {
    await client.end();
  }
}
function expectGivenUp({ status, headers, body }: { status: number; headers: object; body: unknown }): void {
  expect({ status, code: (body as Problem).code }).toEqual({ status: 503, code: 'took_too_long' });
  expect(Number((headers as Record<string, unknown>)['retry-after'])).toBeGreaterThan(0);
}

test('many short waits are one long one: a request is given up when its time is over, whatever single statements may take', async () => {
  const head = (await api.login(emailOf('truongphong1'))).at(hasty);
  expect((await head.get('/api/v1/assignments')).status).toBe(200);
  wire.delay = SLOW_MS;
  const before = wire.packets;
  expectGivenUp(await head.get('/api/v1/assignments'));
  expect((wire.packets - before) * SLOW_MS).toBeLessThan(TIME_LIMITS.statement * 1000);
});

test('what is given up waits for a lock no longer: its connection is free, and nothing is carried out behind the answer', async () => {
  const dossier = await aDossier(api).submitted().open();
  const clerk = (await dossier.person('motcua1')).at(hasty);
  const { revision } = await dossier.seen();
  const accept = () =>
    clerk.post(
      dossier.url('/commands/accept'),
      {},
      { 'if-match': `"${revision}"`, 'idempotency-key': 'given-up' },
    );
  await holding('number_counter', async () => {
    expectGivenUp(await accept());
    // The only connection there is.
    expect((await clerk.get('/api/v1/me')).status).toBe(200);
  });
  expect((await dossier.seen()).status).toBe('submitted');
  expect((await accept()).status).toBe(200);
  expect((await dossier.seen()).status).toBe('accepted');
  const steps = await runAs(api.db.superuser, 'SELECT step FROM dossier_transition WHERE dossier_id = $1', [
    dossier.id,
  ]);
  expect(steps).toHaveLength(3);
});

test('whoever waits for a connection waits within the same time', async () => {
  const clerk = (await api.login(emailOf('motcua1'))).at(hasty);
  await holding('dossier', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => clerk.get('/api/v1/dossiers')));
    answers.forEach(expectGivenUp);
  });
  expect((await clerk.get('/api/v1/dossiers')).status).toBe(200);
});

test('an answer that has begun flows on, however long it takes', async () => {
  const client = (await api.login(emailOf('gom'))).at(hasty);
  const { status, body } = await client.get<string>('/api/v1/events');
  expect(status).toBe(200);
  expect(body).toContain('lifetime');
});
