import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS } from '../../support/dossier-builder.js';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'extension', now: instantAt(civilDate('2025-09-15'), 9) });
}, 60_000);
afterAll(() => api?.close());

test('a term is lengthened on its last day, never once it has run out, whether the worker knows or not', async () => {
  const facts = {
    ...CLEAN_FACTS,
    project: { ...CLEAN_FACTS.project, stage: 'decision' as const, group: 'A' as const },
  };
  const dossier = await aDossier(api).asRequest().withFacts(facts).underReview().open();
  const { id, dueOn } = await dossier.clock('T-18-4-A');
  const extend = () => ({ clockId: id, days: 5, reason: 'Nhiều dây chuyền.' });
  const dryRun = { dryRun: true };
  api.clock.set(instantAt(civilDate(dueOn ?? ''), 23));
  expect((await dossier.send('truongphong1', 'extend_deadline', extend(), dryRun)).status).toBe(200);
  api.clock.set(instantAt(addDays(civilDate(dueOn ?? ''), 1), 0));
  const refused = { code: 'extension_unavailable', status: 409 };
  expect((await dossier.send('truongphong1', 'extend_deadline', extend())).body).toMatchObject(refused);
  await tick({ api });
  expect(await dossier.clock('T-18-4-A')).toMatchObject({ state: 'expired' });
  expect((await dossier.send('truongphong1', 'extend_deadline', extend())).body).toMatchObject(refused);
});
