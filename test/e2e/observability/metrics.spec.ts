import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { prepareJobs } from '#jobs';
import { addDays, type CivilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { eventually } from '../../support/process-house.js';

const TOKEN = 'a-token-of-more-than-thirty-two-characters';
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'metrics', config: { metricsToken: TOKEN } });
}, 60_000);
afterAll(() => api?.close());

/** Every line of the figures as name with labels → value. */
async function figures(): Promise<Map<string, number>> {
  const { status, body, headers } = await api.anonymous.get<string>('/metrics', {
    authorization: `Bearer ${TOKEN}`,
  });
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: expect.stringContaining('text/plain'),
  });
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('who may read the figures', () => {
  test('nobody without the token: as if there were nothing', async () => {
    const nowhere = await api.anonymous.get('/metricsx');
    const refused = await api.anonymous.get('/metrics');
    const comparable = ({ status, body }: typeof refused) => ({
      status,
      body: { ...body, instance: '', requestId: '' },
    });
    expect(comparable(refused)).toEqual(comparable(nowhere));
    const wrong = await api.anonymous.get('/metrics', { authorization: 'Bearer wrong' });
    expect(wrong.status).toBe(404);
    const admin = await api.login('quantri@demo.techgate.vn');
    expect((await admin.get('/metrics')).status).toBe(404);
  });
});

describe('what is counted', () => {
  test('requests by route template and status, refusals by code, acts and transactions by outcome', async () => {
    const dossier = await aDossier(api).submitted().open();
    await dossier.send('motcua1', 'accept', {}, { dryRun: true });
    await dossier.command('motcua1', 'accept', {});
    await dossier.send('motcua1', 'accept', {});
    await api.anonymous.get('/api/v1/dossiers/Nguyen-Van-A?q=Nguyen');
    await api.anonymous.get('/api/v1/nowhere/Nguyen-Van-A');
    const all = await figures();
    const accept = 'method="POST",route="/api/v1/dossiers/:id/commands/:command"';
    expect(all.get(`techgate_http_requests_total{${accept},status="409"}`)).toBe(1);
    expect(all.get(`techgate_http_request_duration_seconds_count{${accept}}`)).toBeGreaterThan(2);
    expect(all.get('techgate_http_requests_total{method="GET",route="none",status="404"}')).toBeGreaterThan(
      0,
    );
    expect(all.get('techgate_refusals_total{code="command_not_permitted_now"}')).toBe(1);
    expect(all.get('techgate_acts_total{name="accept",outcome="done"}')).toBe(1);
    expect(all.get('techgate_acts_total{name="accept",outcome="rehearsed"}')).toBe(1);
    expect(all.get('techgate_acts_total{name="accept",outcome="refused"}')).toBe(1);
    expect(all.get('techgate_act_duration_seconds_count{name="accept"}')).toBe(3);
    expect(all.get('techgate_transactions_total{name="write",outcome="done"}')).toBeGreaterThan(3);
    expect(all.get('techgate_database_pool_connections{state="idle"}')).toBeGreaterThan(0);
    expect(all.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(all.has('nodejs_eventloop_lag_seconds{quantile="0.99"}')).toBe(true);
    expect([...all.keys()].join()).not.toContain('Nguyen');
  }, 60_000);

  test('how the installation stands: alarms, lag, letters, silence, checkpoint, jobs', async () => {
    await prepareJobs(api.db.owner);
    const dossier = await aDossier(api).accepted().open();
    const { dueOn } = await dossier.seen();
    api.clock.set(instantAt(addDays(dueOn as CivilDate, 1), 3));
    const late = await figures();
    expect(late.get('techgate_state_read')).toBe(1);
    expect(late.get('techgate_alarms_waiting')).toBeGreaterThan(0);
    expect(late.get('techgate_clock_lag_seconds')).toBeGreaterThan(3 * 3600);
    expect(late.get('techgate_letters_waiting')).toBeGreaterThan(0);
    expect(late.get('techgate_oldest_letter_seconds')).toBeGreaterThan(3600);
    expect(late.get('techgate_silences')).toBe(0);
    expect(late.get('techgate_jobs_waiting{queue="clock-tick"}')).toBe(0);
    // Nothing was completed and no checkpoint taken yet: not known is not zero.
    expect(late.has('techgate_job_completed_age_seconds{queue="clock-tick"}')).toBe(false);
    expect(late.has('techgate_checkpoint_age_seconds')).toBe(false);
    const ready = await api.anonymous.get<{ dependencies: unknown[] }>('/health/ready');
    expect(ready.body.dependencies).toContainEqual({
      name: 'clocks',
      state: 'late',
      ageSeconds: Math.round(late.get('techgate_clock_lag_seconds') ?? 0),
    });
    expect(ready.status).toBe(200);
  }, 60_000);

  test('what the last verification found, and how long ago that was', async () => {
    const end = (minutesAgo: number, faultCount: number) =>
      runAs(
        api.db.superuser,
        `INSERT INTO audit_verification (authority_id, state, requested_by, requested_at, ended_at, report, report_sha256, known_checkpoints)
         SELECT authority_id, 'finished', id, $1, $1, $2, repeat('0', 64), 0 FROM app_user LIMIT 1`,
        [new Date(api.clock.now().getTime() - minutesAgo * 60_000), JSON.stringify({ faultCount })],
      );
    expect((await figures()).has('techgate_verification_age_seconds')).toBe(false);
    await end(10, 3);
    await end(90, 0);
    api.clock.advance(6000);
    const all = await figures();
    expect(all.get('techgate_verification_faults')).toBe(3);
    expect(all.get('techgate_verification_age_seconds')).toBeCloseTo(606, 0);
  });

  test('a folder of documents or of keys that cannot be written', async () => {
    const writable = async () => {
      const all = await figures();
      return ['storage', 'keys'].map((place) => all.get(`techgate_place_writable{place="${place}"}`));
    };
    const { storageFolder, keyFolder } = api.config;
    expect(await writable()).toEqual([1, 1]);
    await rename(keyFolder, `${keyFolder}-away`);
    await eventually('the keys are missed', async () => (await writable())[1] === 0);
    expect(await writable()).toEqual([1, 0]);
    await rename(`${keyFolder}-away`, keyFolder);
    expect(await readdir(keyFolder)).not.toContainEqual(expect.stringContaining('probe'));
    // As root everything can be written that is a folder.
    await rename(storageFolder, `${storageFolder}-away`);
    await writeFile(storageFolder, '');
    await eventually('the storage is missed', async () => (await writable())[0] === 0);
    expect(await writable()).toEqual([0, 1]);
    await rm(storageFolder);
    await rename(`${storageFolder}-away`, storageFolder);
  });

  test('a database that is away leaves the other figures, and says so', async () => {
    const database = String(api.db.app.database);
    const admin = { ...api.db.superuser, database: 'postgres' };
    await runAs(admin, `ALTER DATABASE ${database} WITH allow_connections false`);
    await runAs(
      admin,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}'`,
    );
    // What was read is remembered for a few seconds.
    api.clock.advance(6000);
    const all = await figures();
    expect(all.get('techgate_state_read')).toBe(0);
    expect(all.has('techgate_letters_waiting')).toBe(false);
    expect(all.get('techgate_acts_total{name="accept",outcome="done"}')).toBeGreaterThan(0);
    await runAs(admin, `ALTER DATABASE ${database} WITH allow_connections true`);
  });
});

// Last, since a second API of one process takes the sign-in of the first over.
describe('without a token configured', () => {
  test('this machine alone may read them', async () => {
    const open = await startTestApi({ label: 'metrics_open' });
    const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
      open.app.inject({ method: 'GET', url: '/metrics', remoteAddress, headers });
    expect((await from('127.0.0.1')).statusCode).toBe(200);
    expect((await from('10.1.2.3')).statusCode).toBe(404);
    expect((await from('127.0.0.1', { 'x-forwarded-for': '10.1.2.3' })).statusCode).toBe(404);
    await open.close();
  });
});
