import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoOrganisation } from '#identity';
import { startTestApi, type TestApi } from '../../support/api.js';
import { emailOf } from '../../support/dossier-driver.js';
import { tableCounts } from '../../support/table-counts.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'new_drafts' });
}, 60_000);
afterAll(() => api?.close());

const create = async (who: string, body: Record<string, unknown>) =>
  (await api.login(emailOf(who))).post<Record<string, unknown>>('/api/v1/dossiers', {
    procedureId: 'opinion',
    ...body,
  });
/** What is stored of dossiers and their log must be the same after a refusal. */
async function refusedWithoutTrace(
  who: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
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

test('an appraisal is opened like an opinion, under its own name', async () => {
  const { status, body } = await create('gom', { procedureId: 'appraisal' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ procedureId: 'appraisal', firstProcedureId: null, related: { first: null } });
});

const onPaper = (body: Record<string, unknown> = {}) => ({
  onBehalfOf: demoOrganisation('finance').id,
  investorOrgId: demoOrganisation('ceramics').id,
  ...body,
});
const paper = (on: string, receivedOn: string) => ({ number: '12/STC', on, receivedOn });

test('a paper cannot come before it was written', async () => {
  const incoming = paper('2026-07-14', '2026-07-13');
  const refused = await refusedWithoutTrace('motcua1', onPaper({ incoming }));
  expect(refused).toMatchObject({ status: 422, code: 'received_before_written' });
  const sameDay = await create('motcua1', onPaper({ incoming: paper('2026-07-13', '2026-07-13') }));
  expect(sameDay.status).toBe(201);
});

test('a paper cannot come before the first day of any loaded law', async () => {
  const refused = await refusedWithoutTrace(
    'motcua1',
    onPaper({ incoming: paper('2018-06-30', '2018-06-30') }),
  );
  expect(refused).toMatchObject({ status: 422, code: 'received_on_too_early', firstDay: '2018-07-01' });
  const first = await create('motcua1', onPaper({ incoming: paper('2018-06-29', '2018-07-01') }));
  expect(first.status).toBe(201);
});

test.each([
  ['taichinh', {}],
  ['motcua1', { onBehalfOf: demoOrganisation('finance').id, incoming: paper('2026-07-13', '2026-07-13') }],
])('%s cannot name an organisation as investor that is none', async (who, body) => {
  const investorOrgId = demoOrganisation('environment').id;
  const refused = await refusedWithoutTrace(who, { ...body, investorOrgId });
  expect(refused).toMatchObject({ status: 422, code: 'not_an_investor', organisationId: investorOrgId });
});

test('only the clerk says what our role is', async () => {
  for (const who of ['gom', 'taichinh']) {
    const refused = await refusedWithoutTrace(who, { ourRole: 'determining' });
    expect(refused).toMatchObject({ status: 422, code: 'particular_not_yours', particular: 'ourRole' });
  }
  const incoming = paper('2026-07-13', '2026-07-13');
  const made = await create('motcua1', onPaper({ incoming, ourRole: 'lead' }));
  expect(made.body['ourRole']).toBe('lead');
});

test('the same delivery of a paper opens one draft, with the paper and the parties in it', async () => {
  const client = await api.login(emailOf('motcua1'));
  const parties = [{ organisationId: demoOrganisation('institute').id, party: 'consultant' }];
  const body = onPaper({ procedureId: 'opinion', incoming: paper('2026-07-13', '2026-07-13'), parties });
  const send = () =>
    client.post<{ id: string }>('/api/v1/dossiers', body, { 'idempotency-key': 'one-paper-draft' });
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body.id).toBe(first.body.id);
});
