import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { everyMinute } from '../../../apps/worker/src/start-worker.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'every_minute' });
}, 60_000);
afterAll(() => api?.close());

const sql = (text: string) => runAs(api.db.superuser, text);
const tallied = async () => (await sql('SELECT n FROM dossier_tally')).map(({ n }) => Number(n));

test('the tally is folded though the clocks fail, and their failure is told', async () => {
  await aDossier(api).submitted().open();
  await aDossier(api).submitted().open();
  expect((await tallied()).length).toBeGreaterThan(2);
  await sql('REVOKE SELECT ON clock_alarm FROM techgate_app');
  await expect(everyMinute(api.app, pino({ level: 'silent' }))).rejects.toThrow('clock_alarm');
  expect(await tallied()).toEqual([2]);
  await sql('GRANT SELECT ON clock_alarm TO techgate_app');
  await everyMinute(api.app, pino({ level: 'silent' }));
}, 30_000);
