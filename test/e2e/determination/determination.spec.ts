import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { instantAt, civilDate } from '#kernel';
import { startTestApi, type TestApi } from '../../support/api.js';
import {
  acceptEvidence,
  aDeterminationDraft,
  anAcceptedDetermination,
  answered,
  certificate,
  consult,
  consulted,
  daysAfter,
  determined,
  examining,
  LINE,
  PDF,
  prepared,
  settled,
  todayOf,
  VALUES,
  WORN_LINE,
} from '../../support/determination.js';
import { type DossierDriver, personId } from '../../support/dossier-driver.js';

const NOW = new Date('2026-07-15T02:00:00.000Z');
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ label: 'determination', now: NOW });
}, 60_000);
afterAll(() => api?.close());

const pdfText = async (dossier: DossierDriver, kind: string) => {
  const { items } = (
    await dossier.get<{ items: { id: string; kind: string; number: string }[] }>('motcua1', '/letters')
  ).body;
  return items.filter((letter) => letter.kind === kind);
};

async function decided(dossier: DossierDriver, command: 'approve' | 'refuse', keys: string[] = []) {
  await dossier.command('truongphong1', 'endorse', {});
  const { round } = await dossier.seen();
  const payload = {
    ...(command === 'approve' ? {} : { reasons: 'Công suất dưới 85 %.', findingKeys: keys }),
    ...(round > 1 ? { earlierLetter: 'replace' } : {}),
  };
  return dossier.command('giamdoc', command, payload as never);
}

describe('a determination', () => {
  test('that a project uses outdated technology, from the request to the letter', async () => {
    const dossier = await anAcceptedDetermination(api, { line: WORN_LINE });
    const started = await dossier.seen();
    expect(started).toMatchObject({ ourRole: 'determining', trigger: 'term_extension', dueOn: '2026-07-20' });
    expect(await dossier.clock('T-23-1-CONSULT')).toMatchObject({ purpose: 'own_step', state: 'running' });

    const asked = await consulted(dossier);
    expect(asked).toMatchObject({ state: 'open', sentOn: '2026-07-15', dueOn: '2026-08-05' });
    expect(await dossier.clock('T-23-1-CONSULT')).toMatchObject({ state: 'fulfilled' });
    expect(await dossier.clock('T-23-1-REPLY')).toMatchObject({ startOn: '2026-07-15', dueOn: '2026-08-05' });
    expect((await dossier.seen()).dueOn).toBeNull();

    api.clock.set(instantAt(civilDate('2026-07-22'), 9));
    await answered(dossier, asked.id);
    expect(await dossier.clock('T-23-1-REPLY')).toMatchObject({ state: 'fulfilled' });
    expect(await dossier.clock('T-23-1')).toMatchObject({
      startOn: '2026-07-22',
      dueOn: '2026-07-29',
      state: 'running',
    });
    expect((await dossier.seen()).dueOn).toBe('2026-07-29');

    await examining(dossier);
    await prepared(dossier);
    const wrong = await dossier.send('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    expect(wrong.body.code).toBe('blocking_finding_stands');
    const payload = await determined(dossier, 'disagree_outdated');
    expect(payload.findingKeys).toEqual(['OUT-2:lines[mill]']);
    await dossier.command('chuyenvien1', 'conclude', payload);
    const refused = await decided(dossier, 'refuse', payload.findingKeys);
    expect(refused).toMatchObject({
      status: 'refused',
      letters: [{ kind: 'determination', status: 'draft' }],
    });
    expect((await dossier.seen())['statusLabel']).toMatchObject({ vi: 'Sử dụng công nghệ lạc hậu' });

    expect((await dossier.issue('determination')).status).toBe(200);
    expect(await dossier.clock('T-23-1')).toMatchObject({ state: 'fulfilled' });
    expect((await dossier.seen()).dueOn).toBeNull();
    expect(await pdfText(dossier, 'determination')).toEqual([
      expect.objectContaining({ number: expect.stringMatching(/\/SKHCN-QLCN$/) }),
    ]);
  });

  test('that a project does not use outdated technology: every test met, the list looked up by hand', async () => {
    const dossier = await anAcceptedDetermination(api);
    await answered(dossier, (await consulted(dossier)).id);
    await examining(dossier);
    const early = await dossier.send('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    expect(early.body.code).toBe('opinion_missing');
    await prepared(dossier);
    await dossier.command('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    const approved = await decided(dossier, 'approve');
    expect(approved).toMatchObject({ status: 'approved', letters: [{ kind: 'determination' }] });
    expect((await dossier.issue('determination')).status).toBe(200);
  });

  test('by a technology of the prohibited list alone: two people confirm it, the list test is breached, a letter says so', async () => {
    const technologyName = 'sản xuất xi măng lò quay phương pháp ướt';
    const dossier = await anAcceptedDetermination(api, { line: { ...LINE, technologyName } });
    await answered(dossier, (await consulted(dossier)).id);
    await examining(dossier);
    await dossier.decideCandidates('prohibited');
    await dossier.command('chuyenvien1', 'screen', {});
    await dossier.checkAnnexes();
    await dossier.recordOpinion();
    const payload = await determined(dossier, 'disagree_prohibited');
    expect(payload.findingKeys).toEqual(['OUT-5:lines[mill]']);
    await dossier.command('chuyenvien1', 'conclude', payload);
    expect(await decided(dossier, 'refuse', payload.findingKeys)).toMatchObject({ status: 'refused' });
    expect((await dossier.issue('determination')).status).toBe(200);
  });

  test('is inconclusive until a certificate that covers the missing value is accepted', async () => {
    const missing = 'lines[mill].consumptionOverDesignPct';
    const dossier = await anAcceptedDetermination(api, {
      evidence: { covers: VALUES.filter((path) => path !== missing) },
    });
    await answered(dossier, (await consulted(dossier)).id);
    await examining(dossier);
    await prepared(dossier);
    const risky = await dossier.send('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    expect(risky.body).toMatchObject({ code: 'outdated_test_inconclusive', keys: ['OUT-3:lines[mill]'] });
    const wrong = await dossier.send(
      'chuyenvien1',
      'conclude',
      await determined(dossier, 'disagree_outdated'),
    );
    expect(wrong.body.code).toBe('outcome_unsupported');

    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [{ what: 'Chứng thư giám định về mức tiêu hao', basis: 'NĐ 96/2026/NĐ-CP, Điều 28 khoản 15' }],
      replyBy: daysAfter(todayOf(dossier), 10),
      headConsent: { headId: personId('truongphong1') },
    });
    expect((await dossier.clock('T-23-1')).stops).toEqual([
      expect.objectContaining({ reason: 'clarification_requested' }),
    ]);
    const documentId = await dossier.upload('gom', PDF, 'chung-thu-bo-sung.pdf');
    const { facts } = await dossier.seen('gom');
    const added = certificate(documentId, { id: 'cert-2', covers: [missing], issuedOn: todayOf(dossier) });
    expect((await dossier.saveFacts('gom', { evidence: [...(facts.evidence ?? []), added] })).status).toBe(
      200,
    );
    await dossier.command('gom', 'clarify', { answers: ['Gửi kèm chứng thư giám định bổ sung.'] });
    await acceptEvidence(dossier, 'cert-2');
    const stale = await dossier.send('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    expect(stale.body.code).toBe('screening_stale');
    await dossier.command('chuyenvien1', 'screen', {});
    await settled(dossier);
    await dossier.command('chuyenvien1', 'conclude', await determined(dossier, 'agree'));
    expect(await decided(dossier, 'approve')).toMatchObject({ status: 'approved' });
  });

  test('that cannot be proven is returned for insufficient grounds, and asks nobody any more', async () => {
    const dossier = await anAcceptedDetermination(api, { evidence: { covers: [] } });
    const asked = await consulted(dossier);
    await examining(dossier);
    const returned = await dossier.command('truongphong1', 'return', {
      reason: 'insufficient_grounds',
      explanation: 'Không có chứng thư giám định bao trùm các giá trị.',
    });
    expect(returned.status).toBe('returned');
    const { items } = (await dossier.get<{ items: Record<string, unknown>[] }>('thanhtra', '/consultations'))
      .body;
    expect(items).toEqual([
      expect.objectContaining({ id: asked.id, state: 'withdrawn', withdrawal: 'dossier_ended' }),
    ]);
    expect((await dossier.get('phoihop')).status).toBe(404);
    expect((await dossier.clock('T-23-1-REPLY')).state).toBe('closed');
  });

  test('of a project of the Prime Minister is the ministry’s: accept refuses, and the return names it', async () => {
    const dossier = await aDeterminationDraft(api, { body: { projectAuthority: 'prime_minister' } });
    await dossier.command('gom', 'submit', {});
    const refused = await dossier.send('motcua1', 'accept');
    expect(refused.body).toMatchObject({
      code: 'not_ours_to_determine',
      status: 409,
      competentAuthority: 'Bộ Khoa học và Công nghệ',
    });
    const options = await dossier.get<{ items: { command: string; permitted: boolean }[] }>(
      'motcua1',
      '/commands',
    );
    expect(options.body.items.find(({ command }) => command === 'accept')).toMatchObject({
      permitted: false,
    });
    const returned = await dossier.command('motcua1', 'return', {
      reason: 'not_competent',
      explanation: 'Thuộc thẩm quyền của Bộ.',
      competentAuthority: 'Bộ Khoa học và Công nghệ',
    });
    expect(returned.status).toBe('returned');
  });

  test('without the authority of the project cannot be submitted; a requester cannot submit one at all', async () => {
    const unknown = await aDeterminationDraft(api, { body: { projectAuthority: undefined } });
    const refused = await unknown.send('gom', 'submit');
    expect(refused.body).toMatchObject({ code: 'formal_faults', faults: ['project_authority_missing'] });
  });

  test('concludes on nothing before an agency was heard, and refuses outcomes that it does not have', async () => {
    const covers = ['lines[mill].actualCapacityPct'];
    const dossier = await anAcceptedDetermination(api, { line: WORN_LINE, evidence: { covers } });
    await examining(dossier);
    await prepared(dossier);
    const unheard = await dossier.send(
      'chuyenvien1',
      'conclude',
      await determined(dossier, 'disagree_outdated'),
    );
    expect(unheard.body).toMatchObject({ code: 'agencies_not_consulted', round: 1 });
    const asked = await consulted(dossier);
    const waiting = await dossier.send(
      'chuyenvien1',
      'conclude',
      await determined(dossier, 'disagree_outdated'),
    );
    expect(waiting.body.code).toBe('consultations_open');
    await answered(dossier, asked.id);
    const usual = await determined(dossier, 'disagree_outdated');
    const other = await dossier.send('chuyenvien1', 'conclude', { ...usual, outcome: 'disagree_other' });
    expect(other.body).toMatchObject({
      code: 'outcome_not_of_determination',
      allowed: ['agree', 'disagree_outdated', 'disagree_prohibited'],
    });
    const risky = {
      ...usual,
      inconclusive: usual.inconclusive.map((one) => ({ ...one, answer: 'accepted_risk' })),
    };
    const risk = await dossier.send('chuyenvien1', 'conclude', risky);
    expect(risk.body).toMatchObject({
      code: 'outdated_test_inconclusive',
      reason: 'risk_not_acceptable',
      keys: ['OUT-1:lines[mill]', 'OUT-3:lines[mill]'],
    });
    expect((await dossier.send('chuyenvien1', 'conclude', usual)).status).toBe(200);
  });

  test('loses the acceptance of a certificate when the value that it proves is changed', async () => {
    const dossier = await anAcceptedDetermination(api, { line: WORN_LINE });
    await answered(dossier, (await consulted(dossier)).id);
    await examining(dossier);
    await dossier.command('chuyenvien1', 'request_clarification', {
      items: [{ what: 'Công suất', basis: 'NĐ 96/2026/NĐ-CP, Điều 28' }],
      replyBy: daysAfter(todayOf(dossier), 10),
      headConsent: { headId: personId('truongphong1') },
    });
    const lines = [{ ...WORN_LINE, actualCapacityPct: { value: 97, uncertainty: 0 } }];
    expect((await dossier.saveFacts('gom', { lines })).status).toBe(200);
    await dossier.command('gom', 'clarify', { answers: ['Công suất đã được cải thiện.'] });
    expect((await dossier.seen()).facts.evidence?.[0]?.acceptedBy).toBeUndefined();
    await dossier.command('chuyenvien1', 'screen', {});
    const capacity = (await dossier.findings()).findings.find(({ key }) => key === 'OUT-2:lines[mill]');
    expect(capacity?.verdict).toBe('inconclusive');
  });

  test('keeps the paper of evidence that was accepted', async () => {
    const dossier = await anAcceptedDetermination(api);
    await examining(dossier);
    const documents = (
      await dossier.get<{ items: { id: string; revision: number }[] }>('motcua1', '/documents')
    ).body.items;
    const clerk = await dossier.person('motcua1');
    const answer = await clerk.post(
      `/api/v1/documents/${documents[0]?.id}/withdraw`,
      { reason: 'Nhầm tài liệu' },
      { 'if-match': `"${documents[0]?.revision}"` },
    );
    expect(answer).toMatchObject({ status: 409, body: { code: 'document_proves_facts' } });
  });

  test('asks again in a new round after a complaint; the earlier answers stay readable', async () => {
    const dossier = await anAcceptedDetermination(api, { line: WORN_LINE });
    const first = await consulted(dossier);
    await answered(dossier, first.id);
    await examining(dossier);
    await prepared(dossier);
    const payload = await determined(dossier, 'disagree_outdated');
    await dossier.command('chuyenvien1', 'conclude', payload);
    await decided(dossier, 'refuse', payload.findingKeys);
    await dossier.issue('determination');
    await dossier.command('giamdoc', 'reopen', {
      complaintDecision: 'QĐ 15/QĐ-SKHCN',
      decidedOn: todayOf(dossier),
    });
    const letters = (
      await dossier.get<{ items: { kind: string; validity: string }[] }>('motcua1', '/letters')
    ).body.items;
    expect(letters.find(({ kind }) => kind === 'determination')).toMatchObject({ validity: 'under_review' });
    await dossier.command('chuyenvien1', 'screen', {});
    await prepared(dossier);
    const unheard = await dossier.send(
      'chuyenvien1',
      'conclude',
      await determined(dossier, 'disagree_outdated'),
    );
    expect(unheard.body).toMatchObject({ code: 'agencies_not_consulted', round: 2 });
    const second = await consulted(dossier);
    await answered(dossier, second.id);
    const { items } = (
      await dossier.get<{ items: { round: number; answer: string }[] }>('chuyenvien1', '/consultations')
    ).body;
    expect(items.map(({ round }) => round)).toEqual([1, 2]);
    expect(items.every(({ answer }) => answer.length > 0)).toBe(true);
    expect((await dossier.clocks()).filter(({ ruleId }) => ruleId === 'T-23-1')).toHaveLength(2);
    await dossier.command('chuyenvien1', 'conclude', await determined(dossier, 'disagree_outdated'));
    await decided(dossier, 'refuse', payload.findingKeys);
    expect((await dossier.issue('determination')).status).toBe(200);
    const after = (await dossier.get<{ items: { kind: string; validity: string }[] }>('motcua1', '/letters'))
      .body.items;
    expect(
      after
        .filter(({ kind }) => kind === 'determination')
        .map(({ validity }) => validity)
        .sort(),
    ).toEqual(['replaced', 'valid']);
    expect(
      (await consult(dossier, 'phoihop', `/${second.id}/answer`, { position: 'agrees', answer: 'Lại' })).body
        .code,
    ).toBe('consultation_not_in_state');
  });
});
