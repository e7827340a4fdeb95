import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, conclude, conclusion, examine, ITEM } from '../../support/dossier-builder.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'rounds' });
}, 60_000);
afterAll(() => api?.close());

const REOPEN = { complaintDecision: 'QĐ 12/QĐ-UBND', decidedOn: '2026-07-15' };
const codeOf = async (dossier: DossierDriver, who: string, command: string, payload: unknown = {}) =>
  (await dossier.send(who, command, payload)).body.code;
const lettersOf = async ({ id }: DossierDriver) =>
  runAs(
    api.db.superuser,
    `SELECT round, status, validity FROM letter WHERE dossier_id = $1 AND kind = 'decision' ORDER BY created_at, round`,
    [id],
  );

describe('a second round after a complaint', () => {
  test('needs screening, opinion, conclusion and endorsement again; its letter takes the place of the first', async () => {
    const dossier = await aDossier(api).approved().open();
    expect((await dossier.issue('decision')).status).toBe(200);
    await dossier.command('giamdoc', 'reopen', REOPEN);
    expect(await lettersOf(dossier)).toMatchObject([
      { round: 1, status: 'issued', validity: 'under_review' },
    ]);
    expect(await dossier.seen()).toMatchObject({ status: 'under_review', round: 2 });
    expect(await codeOf(dossier, 'chuyenvien1', 'conclude', await conclusion(dossier))).toBe(
      'opinion_missing',
    );
    await dossier.command('chuyenvien1', 'screen', {});
    await examine(dossier);
    await conclude(dossier);
    await dossier.command('truongphong1', 'endorse', {});
    await dossier.command('giamdoc', 'approve', {});
    expect((await dossier.issue('decision')).status).toBe(200);
    expect(await lettersOf(dossier)).toMatchObject([
      { round: 1, status: 'issued', validity: 'replaced' },
      { round: 2, status: 'issued', validity: 'valid' },
    ]);
  });

  test('takes back a decision letter that was never issued', async () => {
    const dossier = await aDossier(api).approved().open();
    await dossier.command('giamdoc', 'reopen', REOPEN);
    expect(await lettersOf(dossier)).toMatchObject([{ round: 1, status: 'void' }]);
  });

  test('needs a decision on the complaint that is not in the future, and a document of the dossier', async () => {
    const dossier = await aDossier(api).approved().open();
    expect(await codeOf(dossier, 'giamdoc', 'reopen', { ...REOPEN, decidedOn: '2026-07-16' })).toBe(
      'complaint_decision_missing',
    );
    expect(
      await codeOf(dossier, 'giamdoc', 'reopen', {
        ...REOPEN,
        documentId: '00000009-0000-4000-8000-000000000009',
      }),
    ).toBe('unknown_document');
    expect(await codeOf(dossier, 'truongphong1', 'reopen', REOPEN)).toBe('command_not_for_you');
  });
});

describe('three people', () => {
  test('the leader who endorsed does not decide', async () => {
    const dossier = await aDossier(api).concluded().open();
    expect(await codeOf(dossier, 'giamdoc', 'endorse')).toBe('command_not_for_you');
    await dossier.command('truongphong2', 'endorse', {});
    expect((await dossier.send('giamdoc', 'approve')).status).toBe(200);
  });
  test('what was sent back is concluded and endorsed anew', async () => {
    const dossier = await aDossier(api).endorsed().open();
    await dossier.command('giamdoc', 'send_back', { reason: 'Nêu rõ nguồn gốc thiết bị.' });
    expect(await codeOf(dossier, 'giamdoc', 'approve')).toBe('command_not_permitted_now');
    await conclude(dossier);
    expect(await codeOf(dossier, 'giamdoc', 'approve')).toBe('command_not_permitted_now');
    await dossier.command('truongphong2', 'endorse', {});
    await dossier.command('giamdoc', 'approve', {});
    const rows = await runAs(
      api.db.superuser,
      'SELECT sent_back_at IS NULL AS stands FROM conclusion WHERE dossier_id = $1 ORDER BY concluded_at, sent_back_at NULLS LAST',
      [dossier.id],
    );
    expect(rows).toEqual([{ stands: false }, { stands: true }]);
  });
});

describe('facts that change after the screening', () => {
  test('make it stale: no conclusion, no approval until a new one', async () => {
    const dossier = await aDossier(api).onPaper('2026-07-13').underReview().and(examine).open();
    const documentId = await dossier.upload('chuyenvien1', Buffer.from(PDF));
    const facts = { project: { name: 'Tên khác', stage: 'policy' as const } };
    expect((await dossier.saveFacts('chuyenvien1', facts)).body).toMatchObject({
      code: 'source_missing',
      status: 422,
    });
    const sources = { 'project.name': { documentId, page: 2 } };
    expect((await dossier.saveFacts('motcua1', { ...facts, sources })).body.code).toBe('facts_not_editable');
    const saved = await dossier.saveFacts('chuyenvien1', { ...facts, sources });
    expect(saved.body.errors).toBeUndefined();
    expect(saved.body.facts.sources).toEqual({
      'project.name': { documentId, page: 2, enteredBy: personId('chuyenvien1') },
    });
    expect(await codeOf(dossier, 'chuyenvien1', 'conclude', await conclusion(dossier))).toBe(
      'screening_stale',
    );
    await dossier.command('chuyenvien1', 'screen', {});
    await conclude(dossier);
    const versions = (
      await dossier.get<{ items: { version: number; byAgency: boolean; changes: { path: string }[] }[] }>(
        'thanhtra',
        '/facts',
      )
    ).body.items;
    expect(versions.map(({ version, byAgency }) => [version, byAgency])).toEqual([
      [2, true],
      [1, true],
    ]);
    expect(versions[0]?.changes.map(({ path }) => path)).toEqual(expect.arrayContaining(['project.name']));
  });

  test('an answer to the clarification may bring new facts, which need a new screening', async () => {
    const dossier = await aDossier(api).underReview().and(examine).open();
    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [ITEM],
      replyBy: '2026-07-20',
      headConsent: { headId: personId('truongphong1') },
    });
    expect(
      (await dossier.saveFacts('gom', { project: { name: 'Sau giải trình', stage: 'policy' } })).status,
    ).toBe(200);
    await dossier.command('gom', 'clarify', { answers: ['Đã sửa tên.'] });
    expect((await dossier.saveFacts('gom', { project: { name: 'Muộn rồi' } })).body.code).toBe(
      'facts_not_editable',
    );
    expect(await codeOf(dossier, 'chuyenvien1', 'conclude', await conclusion(dossier))).toBe(
      'screening_stale',
    );
  });
});

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
