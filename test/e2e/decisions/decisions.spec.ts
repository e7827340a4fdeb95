import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Assignee, type DecisionQueuePage, type DecisionProposal } from '#casework';
import { startTestApi, type TestApi } from '../../support/api.js';
import { runAs } from '../../support/database.js';
import { aDossier, OLD_MACHINE_FACTS } from '../../support/dossier-builder.js';
import { type DossierDriver, emailOf, personId, type Problem } from '../../support/dossier-driver.js';

let api: TestApi;
let plain: DossierDriver;
let endorsed: DossierDriver;
let old: DossierDriver;
let hidden: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({ label: 'decisions', now: new Date('2026-07-14T02:00:00.000Z') });
  old = await aDossier(api).named('Máy cũ').withFacts(OLD_MACHINE_FACTS).underReview().open();
  plain = await aDossier(api).named('Gốm sạch').concluded().open();
  api.clock.set(new Date('2026-07-15T02:00:00.000Z'));
  endorsed = await aDossier(api).named('Đã trình').endorsed().open();
  hidden = await aDossier(api).named('Kín đáo').concluded().open();
  await (await hidden.person('truongphong1')).post(hidden.url('/conflict'), { reason: 'Người nhà.' });
}, 60_000);
afterAll(() => api?.close());

const queueOf = async (who: string, query = '') =>
  (await (await api.login(emailOf(who))).get<DecisionQueuePage & Problem>(`/api/v1/decisions/queue${query}`))
    .body;
const idsOf = ({ items }: DecisionQueuePage) => items.map(({ dossier }) => dossier.id);
const letterOf = async (who: string, dossier: DossierDriver, command: string, revision?: number) =>
  (await api.login(emailOf(who))).post<Problem>(
    dossier.url('/decision-letter'),
    { command, payload: {} },
    { 'if-match': `"${revision ?? (await dossier.seen()).revision}"` },
  );

describe('the queue of decisions', () => {
  test('holds what waits for the reader, the oldest term first, with what is proposed', async () => {
    const queue = await queueOf('truongphong2');
    expect(idsOf(queue)).toEqual([plain.id, hidden.id]);
    expect(queue.items[0]).toMatchObject({
      step: 'endorse',
      oneByOne: [],
      proposal: {
        outcome: 'agree',
        summary: 'Công nghệ phù hợp.',
        concludedBy: 'Trịnh Hải Yến',
        dissent: [],
        acceptedRisks: [
          { title: 'Danh mục công nghệ cấm chuyển giao', subject: expect.any(String) },
          { title: 'Danh mục công nghệ hạn chế chuyển giao', subject: expect.any(String) },
        ],
        standing: { all: 0, blocking: 0, outdated: 0 },
      },
    });
    const decisions = await queueOf('giamdoc');
    expect(decisions.items.map(({ dossier, step }) => [dossier.id, step])).toEqual([[endorsed.id, 'decide']]);
    expect(decisions.items[0]?.proposal.endorsedBy).toBe('Tô Minh Tuấn');
  });

  test('is the list of the same conditions, page by page, without what is hidden from the reader', async () => {
    expect(idsOf(await queueOf('truongphong1'))).toEqual([plain.id]);
    const first = await queueOf('truongphong2', '?limit=1');
    expect(idsOf(first)).toEqual([plain.id]);
    const second = await queueOf('truongphong2', `?limit=1&cursor=${first.nextCursor}`);
    expect([idsOf(second), second.nextCursor]).toEqual([[hidden.id], null]);
    expect((await queueOf('truongphong2', '?limit=0')).code).toBe('malformed_request');
    expect((await queueOf('chuyenvien1')).code).toBe('forbidden');
  });

  test('tells of findings that stand and of dissent, and that such a dossier is looked at by itself', async () => {
    await old.decideCandidates();
    await old.command('chuyenvien1', 'screen', {});
    await old.checkAnnexes();
    await old.recordOpinion();
    const { findings } = await old.findings();
    const cures = findings.filter(({ verdict }) => verdict === 'breached').map(({ key }) => key);
    const condition = {
      what: 'Thay máy ép.',
      deadlineOn: '2027-01-31',
      proof: 'Hóa đơn',
      responsible: 'Công ty',
    };
    await old.command('chuyenvien1', 'conclude', {
      outcome: 'agree_with_conditions',
      summary: 'Thay máy ép cũ.',
      reasons: [],
      inconclusive: await old.inconclusiveAnswers(),
      conditions: [{ ...condition, cures }],
    });
    await runAs(
      api.db.superuser,
      `INSERT INTO opinion (dossier_id, round, author_id, sheet_id, state, criteria, recommendation, summary, updated_at, recorded_at)
       SELECT dossier_id, round, $2, sheet_id, 'recorded', criteria, 'disagree_outdated', 'Máy quá tuổi.', updated_at, recorded_at
         FROM opinion WHERE dossier_id = $1`,
      [old.id, personId('chuyengia1')],
    );
    const waiting = (await queueOf('truongphong2')).items.find(({ dossier }) => dossier.id === old.id);
    expect(waiting?.oneByOne).toEqual(['outdated', 'blocking', 'dissent']);
    expect(waiting?.proposal.dissent).toEqual([
      {
        kind: 'opinion',
        name: 'PGS. TS. Dương Công Thành',
        recommendation: 'disagree_outdated',
        summary: 'Máy quá tuổi.',
      },
    ]);
    await (await old.person('chuyengia1')).post(old.url('/conflict'), { reason: 'Đã tư vấn.' });
    await runAs(
      api.db.superuser,
      `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, 'recorded', 'Đã tư vấn.', now())`,
      [old.id, personId('chuyengia1')],
    );
    const { body } = await old.get<{ current: DecisionProposal | null }>('truongphong2', '/proposal');
    expect([body.current?.dissent, body.current?.standing.outdated]).toEqual([[], 1]);
  });

  test('a proposal is the own matter of the house, and none before the conclusion', async () => {
    const open = await aDossier(api).underReview().open();
    expect((await open.get<{ current: unknown }>('giamdoc', '/proposal')).body.current).toBeNull();
    expect((await plain.get<Problem>('gom', '/proposal')).status).toBe(403);
    expect((await hidden.get<Problem>('truongphong1', '/proposal')).body.code).toBe('not_found');
  });
});

describe('the letter of a decision before the decision', () => {
  test('is the one that would be drafted, and nothing is changed', async () => {
    const before = (await endorsed.seen()).revision;
    const answer = await letterOf('giamdoc', endorsed, 'approve');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await endorsed.seen()).revision).toBe(before);
    const letters = await endorsed.get<{ items: { kind: string }[] }>('giamdoc', '/letters');
    expect(letters.body.items.filter(({ kind }) => kind === 'decision')).toEqual([]);
  });
  test('stands before a head who endorses: the letter of the decision that follows the conclusion', async () => {
    const before = (await plain.seen()).revision;
    const answer = await letterOf('truongphong2', plain, 'endorse');
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
    expect((await plain.seen()).revision).toBe(before);
    const letters = await plain.get<{ items: { kind: string }[] }>('truongphong2', '/letters');
    expect(letters.body.items.filter(({ kind }) => kind === 'decision')).toEqual([]);
  });
  test('stands before the counter, too, where a step drafts one', async () => {
    const received = await aDossier(api).submitted().open();
    expect((await letterOf('motcua1', received, 'accept')).headers['content-type']).toBe('application/pdf');
    expect((await letterOf('chuyenvien1', received, 'accept')).body.code).toBe('command_not_for_you');
  });
  test('is refused by what refuses the decision, and where a step drafts none', async () => {
    expect((await letterOf('giamdoc', endorsed, 'approve', 1)).body.code).toBe('stale_revision');
    const sendBack = await (
      await api.login(emailOf('giamdoc'))
    ).post<Problem>(
      endorsed.url('/decision-letter'),
      { command: 'send_back', payload: { reason: 'Xem lại.' } },
      { 'if-match': `"${(await endorsed.seen()).revision}"` },
    );
    expect(sendBack.body.code).toBe('command_drafts_no_letter');
    expect((await letterOf('truongphong2', endorsed, 'approve')).body.code).toBe('command_not_for_you');
    expect((await letterOf('giamdoc', endorsed, 'refuse')).body.code).toBe('malformed_request');
    expect((await letterOf('truongphong1', hidden, 'endorse', 1)).body.code).toBe('not_found');
  });
});

describe('who could be assigned', () => {
  test('is named with the load, and whoever is in conflict with the reason, to those who assign', async () => {
    const coal = await aDossier(api).by('than').accepted().open();
    await coal.command('truongphong1', 'assign', { assigneeId: personId('chuyenvien2'), kind: 'lead' });
    const { body } = await coal.get<{ items: Assignee[] }>('truongphong1', '/assignees');
    const of = (name: string) => body.items.find(({ userId }) => userId === personId(name));
    expect(of('chuyengia3')?.conflict).toEqual({
      ground: 'affiliation',
      organisation: 'Công ty Cổ phần Than Đông Sơn Minh Giang',
    });
    expect(body.items.at(-1)?.userId).toBe(personId('chuyengia3'));
    expect(of('chuyenvien2')).toMatchObject({
      conflict: null,
      tasks: ['lead'],
      leftBefore: false,
      leading: 1,
    });
    expect((await coal.get<Problem>('chuyenvien2', '/assignees')).status).toBe(403);
    expect((await hidden.get<Problem>('truongphong1', '/assignees')).body.code).toBe('not_found');
  });
});
