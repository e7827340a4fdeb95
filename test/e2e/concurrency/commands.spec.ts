import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';
import { instantAt } from '#kernel';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'rivals' });
}, 60_000);
afterAll(() => api?.close());

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const logRows = async ({ id }: DossierDriver) =>
  Number(
    (
      await runAs(
        api.db.superuser,
        'SELECT count(*)::int AS n FROM dossier_transition WHERE dossier_id = $1',
        [id],
      )
    )[0]?.['n'],
  );
const tally = (codes: number[]) =>
  Object.fromEntries(
    [...new Set(codes)].sort().map((code) => [code, codes.filter((other) => other === code).length]),
  );

test('30 dossiers accepted at once get 30 file codes without a gap', async () => {
  const dossiers: DossierDriver[] = [];
  for (const n of numbers(30)) dossiers.push(await aDossier(api).named(`Dự án ${n}`).submitted().open());
  const { revision } = (await dossiers[0]?.seen()) ?? { revision: 0 };
  const answers = await Promise.all(
    dossiers.map((dossier) => dossier.send('motcua1', 'accept', {}, { revision })),
  );
  expect(answers.map(({ status }) => status)).toEqual(numbers(30).map(() => 200));
  const codes = answers.map(({ body }) => Number(body.fileCode?.split('-').at(-1))).sort((a, b) => a - b);
  expect(codes).toEqual(numbers(30));
});

test('of 20 rivals with the same If-Match exactly one wins', async () => {
  const dossier = await aDossier(api).submitted().open();
  const { revision } = await dossier.seen();
  const back = { reason: 'duplicate', explanation: 'Đã nộp.' };
  const acts = numbers(20).map((n) =>
    n % 2 === 0
      ? dossier.send('motcua1', 'accept', {}, { revision })
      : dossier.send('motcua2', 'return', back, { revision }),
  );
  const answers = await Promise.all(acts);
  const counts = tally(answers.map(({ status }) => status));
  expect(counts['200']).toBe(1);
  expect(Object.keys(counts).filter((code) => !['200', '409', '412'].includes(code))).toEqual([]);
  const losers = answers.filter(({ status }) => status === 412);
  expect(
    losers.every(
      ({ body }) => typeof body['changedBy'] === 'string' && typeof body['changedAt'] === 'string',
    ),
  ).toBe(true);
  expect(await logRows(dossier)).toBe(3);
});

test('the same delivery ten times at once has one effect and one answer', async () => {
  const dossier = await aDossier(api).submitted().open();
  const { revision } = await dossier.seen();
  const answers = await Promise.all(
    numbers(10).map(() => dossier.send('motcua1', 'accept', {}, { revision, key: 'same' })),
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 10 });
  for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
  expect(await logRows(dossier)).toBe(3);
});

test('the same draft delivered ten times at once is one draft', async () => {
  const client = await api.login('gom@demo.techgate.vn');
  const draft = { procedureId: 'opinion', projectName: 'Một bản nháp' };
  const answers = await Promise.all(
    numbers(10).map(() =>
      client.post<{ id: string }>('/api/v1/dossiers', draft, { 'idempotency-key': 'one-draft' }),
    ),
  );
  expect(tally(answers.map(({ status }) => status))).toEqual({ 201: 10 });
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
});

test('one key for two dossiers at once: one acts, the other is told, nothing breaks', async () => {
  const [first, second] = [await aDossier(api).submitted().open(), await aDossier(api).submitted().open()];
  const answers = await Promise.all(
    [first, second].map((dossier) => dossier.send('motcua1', 'accept', {}, { key: 'two-dossiers' })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('facts saved by ten tabs at once: one new version', async () => {
  const dossier = await aDossier(api).open();
  const client = await dossier.person('gom');
  const { revision } = await dossier.seen();
  const save = (n: number) =>
    client.patch(
      dossier.url(),
      { facts: { project: { name: `Tên ${n}` } } },
      { 'if-match': `"${revision}"` },
    );
  const answers = await Promise.all(numbers(10).map(save));
  expect(tally(answers.map(({ status }) => status))).toEqual({ 200: 1, 412: 9 });
});

test('the worker and a person at the same time: both are told the truth', async () => {
  const dossiers: DossierDriver[] = [];
  for (const n of numbers(5))
    dossiers.push(
      await aDossier(api).named(`Bổ sung ${n}`).submitted().supplementRequested('2026-07-20').open(),
    );
  api.clock.set(instantAt('2026-07-21' as never, 9));
  const revisions = await Promise.all(dossiers.map(async (dossier) => (await dossier.seen()).revision));
  const answers = dossiers.map((dossier, index) =>
    dossier.send('gom', 'resubmit', {}, { revision: revisions[index] ?? 0 }),
  );
  const rounds = await Promise.all([tick({ api }), tick({ api })]);
  const codes = (await Promise.all(answers)).map(({ status }) => status);
  expect(codes.filter((code) => ![200, 403, 409, 412].includes(code))).toEqual([]);
  expect(rounds.map(({ failed }) => failed)).toEqual([0, 0]);
  for (const [index, dossier] of dossiers.entries()) {
    expect((await dossier.seen()).status).toBe(codes[index] === 200 ? 'submitted' : 'discontinued');
    expect(await logRows(dossier)).toBe(4);
  }
});
