import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, civilDateOf } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier, CLEAN_FACTS, ITEM } from '../../support/dossier-builder.js';
import { personId } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'renamed_lines' });
}, 60_000);
afterAll(() => api?.close());

const LINES = [{ id: 'print', name: 'Máy in', technologyName: 'in bản chì', condition: 'new' as const }];
interface Decisions {
  decisions: { lineId: string; code: string; state: string }[];
}

test('a rejected prohibited match is open again when the line gets another name beside its technology name', async () => {
  const dossier = await aDossier(api)
    .withFacts({ ...CLEAN_FACTS, lines: LINES })
    .underReview()
    .open();
  const body = {
    lineId: 'print',
    list: 'prohibited',
    code: 'C03',
    decision: 'rejected',
    reason: 'Không trùng',
  };
  const decided = await (await dossier.person('chuyenvien1')).post(dossier.url('/matches'), body);
  expect(decided.status).toBe(200);
  await dossier.command('chuyenvien1', 'request_clarification', {
    items: [ITEM],
    replyBy: addDays(civilDateOf(api.clock.now()), 5),
    headConsent: { headId: personId('truongphong1') },
  });
  const states = async () =>
    (await dossier.get<Decisions>('chuyenvien1', '/findings')).body.decisions.map(({ state }) => state);

  expect((await dossier.saveFacts('gom', { lines: [{ ...LINES[0], condition: 'used' }] })).status).toBe(200);
  expect(await states()).toEqual(['stands']);
  const renamed = [{ ...LINES[0], name: 'Lò đứng thủ công nung vôi' }];
  expect((await dossier.saveFacts('gom', { lines: renamed })).status).toBe(200);
  expect(await states()).toEqual(['reopened']);
});
