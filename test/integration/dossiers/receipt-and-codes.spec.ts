import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UnitOfWork } from '#database';
import { expireReceipts } from '#dossiers';
import { DEMO_AUTHORITY } from '#identity';
import { civilDate, instantAt, systemActor } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'receipt', config: { cutOffHour: 16 } });
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour: number) => api.clock.set(instantAt(civilDate(day), hour));

describe('the day on which a submission counts', () => {
  test.each([
    ['2026-07-15', 16, '2026-07-15'],
    ['2026-07-15', 17, '2026-07-16'],
    ['2026-07-17', 23, '2026-07-18'],
    ['2026-07-18', 0, '2026-07-18'],
  ])('%s at %i o’clock in Viet Nam: %s', async (day, hour, receivedOn) => {
    on(day, hour);
    const dossier = await aDossier(api).asRequest().submitted().open();
    expect((await dossier.seen()).receivedOn).toBe(receivedOn);
    expect((await dossier.clock('T-26-2')).startOn).toBe(receivedOn);
  });

  test('what came after the cut-off hour and is accepted the same evening is never received after its acceptance', async () => {
    on('2026-07-15', 17);
    const dossier = await aDossier(api).asRequest().accepted().open();
    const { receivedOn, acceptedOn } = await dossier.seen();
    expect(receivedOn).toBe('2026-07-16');
    expect(String(acceptedOn) >= String(receivedOn)).toBe(true);
  });

  test('paper keeps the day that the clerk gave', async () => {
    on('2026-07-15', 17);
    const dossier = await aDossier(api).onPaper('2026-07-13').submitted().open();
    expect((await dossier.seen()).receivedOn).toBe('2026-07-13');
  });
});

describe('file codes', () => {
  test('name the day of acceptance and start anew each day', async () => {
    on('2026-07-20', 9);
    const [first, second] = [await aDossier(api).accepted().open(), await aDossier(api).accepted().open()];
    on('2026-07-21', 9);
    const third = await aDossier(api).accepted().open();
    const codes = [await first.seen(), await second.seen(), await third.seen()].map(
      ({ fileCode }) => fileCode,
    );
    expect(codes.map((code) => code?.replace(/^H49\.\d+-/, ''))).toEqual([
      '260720-0001',
      '260720-0002',
      '260721-0001',
    ]);
  });

  test('stay with the dossier when it is taken up again in another round', async () => {
    on('2026-07-22', 9);
    const dossier = await aDossier(api).issued().open();
    const before = (await dossier.seen()).fileCode;
    await dossier.command('giamdoc', 'reopen', { complaintDecision: 'QĐ 3', decidedOn: '2026-07-22' });
    expect((await dossier.seen()).fileCode).toBe(before);
  });
});

describe('receipts of deliveries', () => {
  test('are kept for 90 days, in which the same request is answered as before, and then removed', async () => {
    on('2026-08-03', 9);
    const dossier = await aDossier(api).submitted().open();
    const deliver = () => dossier.send('motcua1', 'accept', {}, { key: 'ninety-days-1' });
    expect((await deliver()).status).toBe(200);
    const expire = () => api.app.get(UnitOfWork).run(systemActor(DEMO_AUTHORITY.id), expireReceipts);
    const kept = async () =>
      (await runAs(api.db.superuser, `SELECT 1 FROM command_receipt WHERE idempotency_key = 'ninety-days-1'`))
        .length;
    on('2026-11-01', 9);
    await expire();
    expect(await kept()).toBe(1);
    expect((await deliver()).status).toBe(200);
    on('2026-11-01', 10);
    expect(await expire()).toBeGreaterThan(0);
    expect(await kept()).toBe(0);
  });
});

describe('the law of a dossier', () => {
  test('is stored once for many dossiers, pinned at acceptance, and stays when the clock goes on', async () => {
    on('2026-07-23', 9);
    const dossiers = [await aDossier(api).accepted().open(), await aDossier(api).submitted().open()];
    const law = async (index: number) =>
      (await dossiers[index]?.seen())?.['law'] as { digest: string; pinned: boolean };
    expect([(await law(0)).pinned, (await law(1)).pinned]).toEqual([true, false]);
    expect((await law(0)).digest).toBe((await law(1)).digest);
    const before = await law(0);
    on('2027-01-15', 9);
    expect(await law(0)).toEqual(before);
    const stored = await runAs(api.db.superuser, 'SELECT count(*)::int AS n FROM law_set WHERE digest = $1', [
      before.digest,
    ]);
    expect(stored).toEqual([{ n: 1 }]);
  });

  test('that changes between submission and acceptance is shown', async () => {
    on('2026-03-30', 9);
    const dossier = await aDossier(api).asRequest().submitted().supplementRequested('2026-04-10').open();
    expect(JSON.stringify((await dossier.seen())['law'])).toContain('LT-2018');
    on('2026-04-02', 9);
    await dossier.command('taichinh', 'resubmit', {});
    const accepted = await dossier.command('motcua1', 'accept', {});
    expect(accepted.notices).toContainEqual(expect.objectContaining({ code: 'law_changed_at_acceptance' }));
    const after = await dossier.seen();
    expect(JSON.stringify(after['law'])).toContain('INV-2026');
    expect(after['supplementRequestsUsed']).toBe(1);
    expect((await dossier.clock('T-26-2')).startOn).toBe('2026-03-30');
  });
});
