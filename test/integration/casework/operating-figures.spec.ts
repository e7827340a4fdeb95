import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Checkpoints } from '#audit';
import { operatingFigures } from '#casework';
import { UnitOfWork } from '#database';
import { DEMO_AUTHORITY } from '#identity';
import { prepareJobs } from '#jobs';
import { addDays, type CivilDate, civilDate, instantAt, systemActor } from '#kernel';
import { logBackup } from '../../../apps/cli/src/backup/log-backup.js';
import { type TakenBackup } from '../../../apps/cli/src/backup/take-backup.js';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { tick } from '../../support/procedure-steps.js';

const SYSTEM = systemActor(DEMO_AUTHORITY.id);
const HOUR = 3600;
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'operating_figures', now: instantAt(civilDate('2026-07-15'), 9) });
}, 60_000);
afterAll(() => api?.close());

const figures = () => api.app.get(UnitOfWork).read(SYSTEM, operatingFigures);

describe('how an installation stands', () => {
  test('is told of an empty one too: nothing waits, and what never was has no age', async () => {
    expect(await figures()).toEqual({
      alarmsWaiting: 0,
      alarmsFailing: 0,
      clockLagSeconds: 0,
      checkpointAgeSeconds: null,
      backupAgeSeconds: null,
      silences: 0,
      silencesLastDay: 0,
      lettersWaiting: 0,
      oldestLetterSeconds: null,
      importsWaiting: 0,
      oldestImportSeconds: null,
      verificationAgeSeconds: null,
      verificationFaults: null,
      workerSilentSeconds: null,
      queues: [],
    });
  });

  test('letters and checkpoints by their ages, queues once they are made', async () => {
    await prepareJobs(api.db.owner);
    await aDossier(api).accepted().open();
    await api.app.get(UnitOfWork).run(SYSTEM, (tx) => api.app.get(Checkpoints).take(tx));
    api.clock.advance(HOUR * 1000);
    const now = await figures();
    expect(now).toMatchObject({ checkpointAgeSeconds: HOUR, alarmsWaiting: 0, silences: 0 });
    expect(now.lettersWaiting).toBeGreaterThan(0);
    expect(now.oldestLetterSeconds).toBeGreaterThanOrEqual(HOUR);
    expect(now.queues.map(({ queue, waiting }) => [queue, waiting])).toContainEqual(['clock-tick', 0]);
  });

  test('a silence counts for a day as new, and for ever', async () => {
    const dossier = await aDossier(api).asRequest().submitted().open();
    const { dueOn } = await dossier.seen();
    api.clock.set(instantAt(addDays(dueOn as CivilDate, 1), 0));
    expect((await figures()).alarmsWaiting).toBeGreaterThan(0);
    await tick({ api });
    expect(await figures()).toMatchObject({ alarmsWaiting: 0, clockLagSeconds: 0, silencesLastDay: 1 });
    api.clock.advance(25 * HOUR * 1000);
    const later = await figures();
    expect(later).toMatchObject({ silencesLastDay: 0 });
    expect(later.silences).toBeGreaterThan(0);
  });

  test('alarms of conditions fail and wait like those of clocks; what was fired or cancelled does not count', async () => {
    const before = await figures();
    const alarm = (state: string) =>
      runAs(
        api.db.superuser,
        `INSERT INTO clock_alarm (clock_id, dossier_id, kind, fire_at, attempts, last_error, retry_at, fired_at, cancelled_at)
         SELECT id, dossier_id, 'expiry', $1::timestamptz - interval '2 hours', 3, 'x', ${state} FROM clock LIMIT 1`,
        [api.clock.now()],
      );
    await alarm(`$1::timestamptz + interval '6 hours', NULL, NULL`);
    await alarm('NULL, $1::timestamptz, NULL');
    await alarm('NULL, NULL, $1::timestamptz');
    const after = await figures();
    expect(after.alarmsFailing).toBe(before.alarmsFailing + 1);
    expect(after.alarmsWaiting).toBe(before.alarmsWaiting + 1);
    expect(after.clockLagSeconds).toBeGreaterThanOrEqual(2 * HOUR);
  });

  test('the last backup by what the log tells of it', async () => {
    const manifest = { takenAt: 'x', checkpoint: 1, version: '0.1.0', keys: { form: 'left_out', parts: [] } };
    await logBackup(api.db.app, { folder: '', digest: 'd'.repeat(64), manifest } as unknown as TakenBackup);
    const { backupAgeSeconds } = await figures();
    expect(backupAgeSeconds).not.toBeNull();
  });
});
