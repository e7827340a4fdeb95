import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS, supplementRequest } from '../../support/dossier-builder.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'clocks_at_acceptance' });
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour = 9) => api.clock.set(instantAt(civilDate(day), hour));
const ofStage = (stage: 'policy' | 'decision') => ({
  ...CLEAN_FACTS,
  project: { ...CLEAN_FACTS.project, stage },
});

describe('the clocks at acceptance', () => {
  test('a clock of the newer law begins at receipt with the stop of the supplement, not overdue from birth', async () => {
    on('2026-03-20');
    const dossier = await aDossier(api).asRequest().submitted().open();
    on('2026-03-23');
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-04-15'));
    on('2026-04-07');
    await dossier.command('taichinh', 'resubmit', { answers: ['Đã bổ sung.'] });
    await dossier.command('motcua1', 'accept', {});
    expect(await dossier.clock('T-26-2')).toMatchObject({
      startOn: '2026-03-20',
      stops: [{ fromOn: '2026-03-23', toOn: '2026-04-07', reason: 'supplement_requested' }],
      dueOn: '2026-04-15',
      state: 'running',
    });
    expect(await dossier.seen()).toMatchObject({ dueOn: '2026-04-15', overdue: false });
  });

  test('a stage that the supplement corrected brings the clock of that stage, and says so', async () => {
    on('2026-07-15');
    const dossier = await aDossier(api).asRequest().withFacts(ofStage('decision')).submitted().open();
    expect((await dossier.clocks()).map(({ ruleId }) => ruleId)).not.toContain('T-26-2');
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-07-24'));
    expect((await dossier.saveFacts('taichinh', ofStage('policy'))).status).toBe(200);
    on('2026-07-17');
    await dossier.command('taichinh', 'resubmit', { answers: ['Chủ trương.'] });
    const accepted = await dossier.command('motcua1', 'accept', {});
    expect(accepted.notices).toContainEqual({
      code: 'clocks_changed_at_acceptance',
      params: { from: 'INT-26-4', to: 'T-26-2' },
    });
    expect(await dossier.clock('T-26-2')).toMatchObject({
      startOn: '2026-07-15',
      stops: [{ fromOn: '2026-07-15', toOn: '2026-07-17' }],
      dueOn: '2026-07-28',
    });
  });

  test('what did not change is left as it runs', async () => {
    on('2026-07-15');
    const dossier = await aDossier(api).asRequest().submitted().open();
    const before = await dossier.clock('T-26-2');
    const accepted = await dossier.command('motcua1', 'accept', {});
    expect(accepted.notices.map(({ code }) => code)).not.toContain('clocks_changed_at_acceptance');
    expect((await dossier.clock('T-26-2')).id).toBe(before.id);
  });
});
