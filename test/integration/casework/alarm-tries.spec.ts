import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { operatingFigures } from '#casework';
import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { prepareJobs } from '#jobs';
import { civilDate, instantAt, systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'alarm_tries' });
  await prepareJobs(api.db.owner);
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour = 9) => api.clock.set(instantAt(civilDate(day), hour));
const sql = (text: string, ...values: unknown[]) => runAs(api.db.superuser, text, values);
const silences = ({ id }: DossierDriver) =>
  sql('SELECT effect FROM silence_record WHERE dossier_id = $1', id);

/** Between two tries the figures tell of it, and of the time since it was due, however far the next try was put off. */
async function isSeenFailing(attempt: number, dueAt: Date): Promise<void> {
  const { alarmsFailing, clockLagSeconds } = await api.app
    .get(UnitOfWork)
    .read(systemActor(DEMO_AUTHORITY.id), operatingFigures);
  const since = (api.clock.now().getTime() - dueAt.getTime()) / 1000;
  expect({ attempt, alarmsFailing, clockLagSeconds }).toEqual({
    attempt,
    alarmsFailing: 1,
    clockLagSeconds: since,
  });
}

describe('an alarm that fails', () => {
  test('is never given up: the next try waits 2, 4, 8 … minutes, six hours at most', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    await sql(`CREATE FUNCTION test_break() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NEW.dossier_id = '${dossier.id}' THEN RAISE EXCEPTION 'broken on purpose'; END IF; RETURN NEW; END $$`);
    await sql(
      'CREATE TRIGGER test_break BEFORE INSERT ON silence_record FOR EACH ROW EXECUTE FUNCTION test_break()',
    );
    on('2026-12-03', 0);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      expect((await tick({ api })).failed).toBe(1);
      expect((await tick({ api })).failed).toBe(0);
      const [alarm] = await sql(
        `SELECT fire_at, retry_at FROM clock_alarm WHERE dossier_id = $1 AND kind = 'expiry' AND fired_at IS NULL
            AND cancelled_at IS NULL AND attempts = $2`,
        dossier.id,
        attempt,
      );
      const next = alarm?.['retry_at'] as Date;
      await isSeenFailing(attempt, alarm?.['fire_at'] as Date);
      waits.push((next.getTime() - api.clock.now().getTime()) / 60_000);
      api.clock.set(next);
    }
    await sql('DROP TRIGGER test_break ON silence_record');
    await sql('DROP FUNCTION test_break()');
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360, 360]);
    expect((await tick({ api })).failed).toBe(0);
    expect(await silences(dossier)).toHaveLength(1);
  });
});

describe('warnings that have nobody or nothing to warn of', () => {
  const warned = ({ id }: DossierDriver) =>
    sql(
      `SELECT u.email, n.params->>'percent' AS percent FROM notification n JOIN app_user u ON u.id = n.recipient_id
        WHERE n.dossier_id = $1 AND n.kind = 'clock.warning'`,
      id,
    );
  test('reach the heads at 50 % while no lead appraiser is assigned', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    on('2026-11-27', 8);
    await tick({ api });
    expect(await warned(dossier)).toContainEqual({ email: 'truongphong1@demo.techgate.vn', percent: '50' });
  });
  test('are not sent for a letter that was entered after its term: only its end is', async () => {
    on('2026-12-15');
    const dossier = await aDossier(api).onPaper('2026-11-20').submitted().open();
    await tick({ api });
    expect(await warned(dossier)).toEqual([]);
    expect(await silences(dossier)).toHaveLength(1);
  });
});
