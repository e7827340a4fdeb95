import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type Problem } from '../../support/dossier-driver.js';
import { tableCounts } from '../../support/table-counts.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'outage' });
}, 60_000);
afterAll(() => api?.close());

const database = () => api.db.app.database;
const admin = () => ({ ...api.db.superuser, database: 'postgres' });
async function shut(): Promise<void> {
  await runAs(admin(), `ALTER DATABASE ${database()} WITH ALLOW_CONNECTIONS false`);
  await runAs(admin(), 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
    database(),
  ]);
}
const open = () => runAs(admin(), `ALTER DATABASE ${database()} WITH ALLOW_CONNECTIONS true`);

test('while the database is away: 503 with Retry-After, readiness names it, nothing half-done, and afterwards all is well', async () => {
  const dossier = await aDossier(api).submitted().open();
  const clerk = await dossier.person('motcua1');
  const before = await tableCounts(api.db);
  const { revision } = await dossier.seen();
  await shut();
  try {
    const accept = await clerk.post<Problem>(
      dossier.url('/commands/accept'),
      {},
      { 'if-match': `"${revision}"` },
    );
    expect(accept.body).toMatchObject({ status: 503, code: 'dependency_unavailable' });
    expect(Number(accept.headers['retry-after'])).toBeGreaterThan(0);
    expect((await clerk.get('/api/v1/dossiers')).status).toBe(503);
    const ready = await api.anonymous.get<{ dependencies: { name: string; state: string }[] }>(
      '/health/ready',
    );
    expect(ready.status).toBe(503);
    expect(ready.body.dependencies).toContainEqual({ name: 'database', state: 'down' });
    expect(ready.body.dependencies).toContainEqual({ name: 'storage', state: 'up' });
    expect((await api.anonymous.get('/health/live')).status).toBe(200);
  } finally {
    await open();
  }
  expect(await tableCounts(api.db)).toEqual(before);
  // Readiness remembers for a second what it found.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await api.anonymous.get('/health/ready')).status).toBe(200);
  const accepted = await clerk.post(dossier.url('/commands/accept'), {}, { 'if-match': `"${revision}"` });
  expect(accepted.status).toBe(200);
});
