import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDate, instantAt } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, ITEM, supplementRequest } from '../../support/dossier-builder.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';
import { tick } from '../../support/procedure-steps.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'requests' });
}, 60_000);
afterAll(() => api?.close());

const on = (day: string, hour = 9) => api.clock.set(instantAt(civilDate(day), hour));
const requestsOf = ({ id }: DossierDriver) =>
  runAs(
    api.db.superuser,
    `SELECT kind, answered_at IS NOT NULL AS answered, closed_at IS NOT NULL AS closed, answer->'answers'->>0 AS said
       FROM party_request WHERE dossier_id = $1 ORDER BY asked_at`,
    [id],
  );
const askClarification = (dossier: DossierDriver, replyBy: string) =>
  dossier.command('chuyenvien1', 'request_clarification', {
    items: [ITEM],
    replyBy,
    headConsent: { headId: personId('truongphong1') },
  });
const clarificationClosed = async () => {
  on('2026-07-15');
  const dossier = await aDossier(api).asRequest().underReview().open();
  await askClarification(dossier, '2026-07-17');
  on('2026-07-18', 0);
  await tick({ api });
  return dossier;
};

describe('what was asked of the owner', () => {
  test('is closed without an answer when its deadline passes', async () => {
    const dossier = await clarificationClosed();
    expect((await dossier.seen()).status).toBe('under_review');
    expect(await requestsOf(dossier)).toEqual([
      { kind: 'clarification', answered: false, closed: true, said: null },
    ]);
    expect((await dossier.seen())['openRequest']).toBeNull();
  });

  test('is closed when the owner withdraws', async () => {
    on('2026-07-15');
    const dossier = await aDossier(api).asRequest().submitted().supplementRequested('2026-07-24').open();
    await dossier.command('taichinh', 'withdraw', {});
    expect(await requestsOf(dossier)).toMatchObject([{ answered: false, closed: true }]);
    expect((await dossier.seen())['openRequest']).toBeNull();
  });

  test('is closed with the discontinuance, and a proven timely answer still belongs to it', async () => {
    on('2026-07-15');
    const dossier = await aDossier(api).asRequest().submitted().open();
    await dossier.command('motcua1', 'request_supplement', supplementRequest('2026-07-17'));
    on('2026-07-18', 0);
    await tick({ api });
    expect(await requestsOf(dossier)).toMatchObject([{ answered: false, closed: true }]);
    on('2026-07-20');
    const documentId = await dossier.upload('motcua1', Buffer.from(PDF));
    await dossier.command('motcua1', 'resubmit', {
      answers: ['Nộp ngày 16.'],
      timelyProof: { documentId, answeredOn: '2026-07-16' },
    });
    expect(await requestsOf(dossier)).toMatchObject([{ answered: true, closed: true, said: 'Nộp ngày 16.' }]);
  });
});

describe('an answer after the last day', () => {
  const TOO_LATE = { code: 'answer_too_late', status: 409, dueOn: '2026-07-17' };

  test('to the supplement request is refused before the worker has noted it; the last day itself is in time', async () => {
    on('2026-07-15');
    const dossier = await aDossier(api).asRequest().submitted().supplementRequested('2026-07-17').open();
    on('2026-07-17', 23);
    expect((await dossier.send('taichinh', 'resubmit', {}, { dryRun: true })).status).toBe(200);
    on('2026-07-18', 0);
    expect((await dossier.send('taichinh', 'resubmit', {})).body).toMatchObject(TOO_LATE);
    expect((await dossier.seen()).status).toBe('supplement_requested');
    await tick({ api });
    expect((await dossier.seen()).status).toBe('discontinued');
  });

  test('to the clarification is refused, and the review goes on', async () => {
    on('2026-07-15');
    const dossier = await aDossier(api).asRequest().underReview().open();
    await askClarification(dossier, '2026-07-17');
    on('2026-07-18', 0);
    expect((await dossier.send('taichinh', 'clarify', { answers: ['Muộn.'] })).body).toMatchObject(TOO_LATE);
    await tick({ api });
    expect((await dossier.seen()).status).toBe('under_review');
  });
});

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
