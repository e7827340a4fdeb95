import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier } from '../../support/dossier-builder.js';
import { signer } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'signing' });
}, 60_000);
afterAll(() => api?.close());

test('a decision is signed by the person who decided; a receipt by whoever hands it out', async () => {
  const dossier = await aDossier(api).approved().open();
  const other = { ...signer, name: 'Bùi Quang Vinh', title: 'Phó Giám đốc' };
  const refused = await dossier.issue('decision', other);
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'signer_is_not_decider', decider: signer.name });
  expect((await dossier.issue('receipt', other)).status).toBe(200);
  const issued = await dossier.issue('decision', { ...signer, name: `  ${signer.name.toUpperCase()} ` });
  expect(issued.status).toBe(200);
  expect(issued.body).toMatchObject({ letter: { status: 'issued' }, unprintable: 0 });
});

test('a project with a foreign name gets its letter, and the answer says what was replaced', async () => {
  const dossier = await aDossier(api).named('Nhà máy 华新 (Huaxin)').approved().open();
  const issued = await dossier.issue('decision');
  expect(issued.status).toBe(200);
  expect(issued.body['unprintable']).toBeGreaterThanOrEqual(2);
});

test('a letter is not dated before its draft', async () => {
  const dossier = await aDossier(api).approved().open();
  const { body } = await dossier.get<{ items: { id: string; kind: string }[] }>('motcua1', '/letters');
  const letter = body.items.find(({ kind }) => kind === 'decision');
  const issue = async (issuedOn: string) =>
    (await dossier.person('motcua1')).post(dossier.url(`/letters/${letter?.id}/issue`), {
      signedBy: signer,
      issuedOn,
    });
  const refused = await issue('2026-07-14');
  expect([refused.status, refused.body]).toMatchObject([
    422,
    { code: 'letter_date_impossible', earliest: '2026-07-15', latest: '2026-07-15' },
  ]);
  expect((await issue('2026-07-15')).status).toBe(200);
});
