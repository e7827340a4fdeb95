import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { type DossierBody, emailOf, type Problem } from '../../support/dossier-driver.js';
import { tableCounts } from '../../support/table-counts.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'new_drafts' });
}, 60_000);
afterAll(() => api?.close());

const create = async (who: string, body: Record<string, unknown>) =>
  (await api.login(emailOf(who))).post<DossierBody & Problem>('/api/v1/dossiers', {
    procedureId: 'opinion',
    ...body,
  });
/** What is stored of dossiers and their log must be the same after a refusal. */
async function refusedWithoutTrace(who: string, body: Record<string, unknown>): Promise<Problem> {
  const stored = async () => {
    const { dossier, dossier_transition, dossier_party } = await tableCounts(api.db);
    return { dossier, dossier_transition, dossier_party };
  };
  await api.login(emailOf(who));
  const before = await stored();
  const { body: answer } = await create(who, body);
  expect(await stored()).toEqual(before);
  return answer;
}

test('a procedure that no pack holds is refused, and nothing is stored', async () => {
  const refused = await refusedWithoutTrace('gom', { procedureId: 'appraisal' });
  expect(refused).toMatchObject({ status: 422, code: 'no_procedure_in_force', procedureId: 'appraisal' });
});
