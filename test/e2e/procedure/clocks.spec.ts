import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CivilDate, civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, ITEM, supplementRequest } from '../../support/dossier-builder.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'clocks' });
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour = 9) => api.clock.set(instantAt(civilDate(day), hour));
interface Explained {
  dueOn: CivilDate;
  days: { date: string; counted: boolean; ordinal: number | null; reason: string }[];
}
const explanation = async (dossier: DossierDriver, ruleId: string) =>
  (await dossier.get<Explained>('thanhtra', `/clocks/${(await dossier.clock(ruleId)).id}/explanation`)).body;

describe("a requester's letter that was entered five days late (INV-2026, T-26-2)", () => {
  let dossier: DossierDriver;
  beforeAll(async () => {
    on('2026-11-25');
    dossier = await aDossier(api).onPaper('2026-11-20').submitted().open();
    on('2026-11-26');
    await dossier.command('motcua1', 'accept', {});
  });

  test('counts from the day of receipt: clk-01', async () => {
    expect(await dossier.clock('T-26-2')).toMatchObject({
      startOn: '2026-11-20',
      dueOn: '2026-12-02',
      state: 'running',
      onExpire: 'deemed_agreement',
    });
    expect(await dossier.seen()).toMatchObject({
      receivedOn: '2026-11-20',
      acceptedOn: '2026-11-26',
      dueOn: '2026-12-02',
    });
  });
  test('shows the other reading, from the valid dossier, with its reason', async () => {
    expect((await dossier.clock('T-26-2')).otherReadings).toEqual([
      { dueOn: '2026-12-07', reasons: ['counted_from_valid_dossier'] },
    ]);
  });
  test('is explained day by day, and the days add up', async () => {
    const { dueOn, days } = await explanation(dossier, 'T-26-2');
    expect(dueOn).toBe('2026-12-02');
    expect(days.filter(({ counted }) => counted).map(({ date, ordinal }) => `${date} ${ordinal}`)).toEqual([
      '2026-11-23 1',
      '2026-11-25 2',
      '2026-11-26 3',
      '2026-11-27 4',
      '2026-11-30 5',
      '2026-12-01 6',
      '2026-12-02 7',
    ]);
    expect(days.find(({ date }) => date === '2026-11-24')).toMatchObject({
      counted: false,
      reason: 'holiday',
    });
    expect(days[0]).toMatchObject({ date: '2026-11-20', reason: 'start' });
    expect(days.at(-1)?.date).toBe(dueOn);
  });
  test('the movement says why, and the days that are left are told', async () => {
    const clock = await dossier.clock('T-26-2');
    expect(clock.movements).toEqual([
      expect.objectContaining({ movement: 1, from: null, to: '2026-12-02', reason: 'clock_started' }),
    ]);
    expect(clock.remaining).toBe(4);
  });
});

describe('a supplement request', () => {
  test('stops the reply clock and the answer resumes it: clk-03', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    expect((await dossier.clock('T-26-2')).dueOn).toBe('2026-12-02');
    on('2026-11-25');
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-12-10'));
    expect(await dossier.clock('T-26-2')).toMatchObject({
      ...{ state: 'stopped', dueOn: null, remaining: null, remainingOnResume: 5 },
    });
    expect(await dossier.clock('T-26-8')).toMatchObject({ state: 'running', dueOn: '2026-12-10' });
    expect((await dossier.seen()).dueOn).toBe('2026-12-10');
    on('2026-12-02');
    await dossier.command('taichinh', 'resubmit', { answers: ['Đã bổ sung.'] });
    const clock = await dossier.clock('T-26-2');
    expect(clock).toMatchObject({
      state: 'running',
      dueOn: '2026-12-09',
      stops: [{ fromOn: '2026-11-25', toOn: '2026-12-02', reason: 'supplement_requested' }],
    });
    expect(clock.movements.map(({ from, to }) => [from, to])).toEqual([
      [null, '2026-12-02'],
      ['2026-12-02', null],
      [null, '2026-12-09'],
    ]);
    expect(await dossier.clock('T-26-8')).toMatchObject({ state: 'fulfilled' });
    expect((await dossier.seen()).dueOn).toBe('2026-12-09');
    const stopped = (await explanation(dossier, 'T-26-2')).days.filter(({ reason }) => reason === 'stopped');
    expect(stopped.map(({ date }) => date)).toContain('2026-11-26');
    expect(stopped.map(({ date }) => date)).not.toContain('2026-11-25');
    expect(stopped.map(({ date }) => date)).toContain('2026-12-02');
  });

  test('a clock that stands still never runs out', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().supplementRequested('2027-03-01').open();
    on('2027-02-26');
    await tick({ api });
    expect(await dossier.clock('T-26-2')).toMatchObject({ state: 'stopped', dueOn: null });
    expect(await dossier.seen()).toMatchObject({ status: 'supplement_requested', overdue: false });
  });

  test('the second request, as clarification, is refused: one right', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().supplementRequested('2026-11-27').open();
    await dossier.command('taichinh', 'resubmit', {});
    const again = await dossier.send('motcua1', 'request_supplement', supplementRequest('2026-11-27'));
    expect(again.body).toMatchObject({ code: 'supplement_already_used', status: 409 });
  });

  test('a reply day that is not in the future is refused', async () => {
    on('2026-11-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    const answer = await dossier.send('motcua1', 'request_supplement', supplementRequest('2026-11-20'));
    expect(answer.body.code).toBe('reply_date_not_in_future');
  });
});

describe('by the older law', () => {
  test('15 working days from the valid dossier, and the date without an inferred stop stands beside it', async () => {
    on('2025-09-15');
    const dossier = await aDossier(api).asRequest().accepted().open();
    expect(await dossier.clock('T-18-2')).toMatchObject({
      startOn: '2025-09-15',
      dueOn: '2025-10-06',
      state: 'running',
      onExpire: 'overdue',
    });
  });
  test('days left, warnings and explanation follow the date that governs, not a stop that is only inferred', async () => {
    on('2025-09-15');
    const dossier = await aDossier(api).asRequest().underReview().open();
    on('2025-09-17');
    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [ITEM],
      replyBy: '2025-10-10',
      headConsent: { headId: personId('truongphong1') },
    });
    on('2025-09-24');
    expect(await dossier.clock('T-18-2')).toMatchObject({ dueOn: '2025-10-06', remaining: 8 });
    await dossier.command('taichinh', 'clarify', { answers: ['Đã giải trình.'] });
    expect(await dossier.clock('T-18-2')).toMatchObject({
      dueOn: '2025-10-06',
      remaining: 8,
      otherReadings: [{ dueOn: '2025-10-13', reasons: [] }],
    });
    expect((await explanation(dossier, 'T-18-2')).dueOn).toBe('2025-10-06');
    const alarms = await runAs(
      api.db.superuser,
      `SELECT a.kind, (a.fire_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS day FROM clock_alarm a
         JOIN clock c ON c.id = a.clock_id
        WHERE a.dossier_id = $1 AND c.rule_id = 'T-18-2' AND a.cancelled_at IS NULL ORDER BY a.fire_at`,
      [dossier.id],
    );
    expect(alarms.map(({ kind, day }) => [kind, day])).toEqual([
      ['warning_50', '2025-09-25'],
      ['warning_75', '2025-10-01'],
      ['warning_90', '2025-10-03'],
      ['expiry', '2025-10-07'],
    ]);
  });
  test('a letter received on the last day of the older law is governed by it to the end', async () => {
    on('2026-04-06');
    const dossier = await aDossier(api).onPaper('2026-03-30').accepted().open();
    expect(JSON.stringify((await dossier.seen())['law'])).toContain('LT-2018');
    expect(await dossier.clock('T-18-2')).toMatchObject({ startOn: '2026-04-06' });
  });
});

test('a clock of another dossier is not explained here', async () => {
  on('2026-07-15');
  const [one, other] = [
    await aDossier(api).asRequest().submitted().open(),
    await aDossier(api).asRequest().submitted().open(),
  ];
  const { id } = await other.clock('T-26-2');
  expect((await one.get('thanhtra', `/clocks/${id}/explanation`)).status).toBe(404);
});
