import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { everyMinute } from '../../../apps/worker/src/start-worker.js';
import { civilDate, instantAt } from '#kernel';
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

test('each timer that fails has a line of its own: its dossier, its clock and where it failed', async () => {
  api.clock.set(instantAt(civilDate('2026-11-20'), 9));
  const dossiers = [];
  for (let n = 0; n < 2; n += 1) dossiers.push(await aDossier(api).asRequest().submitted().open());
  await sql(`CREATE FUNCTION test_break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'Nguyễn Văn A' USING ERRCODE = 'TG001'; END $$`);
  await sql(
    'CREATE TRIGGER test_break BEFORE INSERT ON silence_record FOR EACH ROW EXECUTE FUNCTION test_break()',
  );
  api.clock.set(instantAt(civilDate('2026-12-03'), 0));
  const written: string[] = [];
  await everyMinute(api.app, pino({ level: 'error' }, { write: (line: string) => written.push(line) }));
  const clocks = await sql(
    `SELECT dossier_id, clock_id FROM clock_alarm WHERE kind = 'expiry' AND attempts = 1 AND fired_at IS NULL`,
  );
  expect(new Set(clocks.map((clock) => clock['dossier_id']))).toEqual(new Set(dossiers.map(({ id }) => id)));
  const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(clocks.length);
  for (const { dossier_id: dossierId, clock_id: clockId } of clocks)
    expect(lines).toContainEqual(
      expect.objectContaining({
        ...{ level: 50, msg: 'alarm failed', kind: 'expiry', dossierId, clockId, state: 'TG001' },
        stack: expect.arrayContaining([expect.stringContaining('clock-alarms.job')]),
      }),
    );
  expect(written.join('')).not.toContain('Nguyễn');
}, 30_000);
