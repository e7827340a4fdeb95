import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DecideMatch, screeningStateOf, SecondMatch, WithdrawMatch } from '#appraisal';
import {
  appraisalBench,
  type AppraisalBench,
  chainOf,
  dossierWithFacts,
  refusalOf,
  rowOf,
  screenAgain,
  storeDocument,
  SYSTEM,
} from '../../support/screened-dossier.js';
import { demoActor } from '../../support/stored-dossier.js';

let bench: AppraisalBench;
let id: string;
const first = demoActor('chuyenvien1');
const second = demoActor('chuyenvien2');
const head = demoActor('truongphong1');
const leader = demoActor('giamdoc');
const owner = demoActor('gom');
const clerk = demoActor('motcua1');
const LIME = {
  lineId: 'lime',
  list: 'prohibited',
  code: 'C03',
  decision: 'confirmed',
  reason: 'Lò gián đoạn',
} as const;

beforeAll(async () => {
  bench = await appraisalBench('matches');
}, 60_000);
afterAll(() => bench.close());
beforeEach(async () => {
  id = await dossierWithFacts(bench, 'under_review');
  await screenAgain(bench, id);
});

const call = (more = {}) => ({ dossierId: id, idempotencyKey: null, dryRun: false, ...more });
const decide = (actor = first, body: Parameters<DecideMatch['run']>[2] = LIME, more = {}) =>
  new DecideMatch(bench.acts).run(actor, call(more), body);
const secondIt = (decisionId: string, actor = second) =>
  new SecondMatch(bench.acts).run(actor, call(), decisionId);
const withdraw = (decisionId: string, body: Parameters<WithdrawMatch['propose']>[3], actor = first) =>
  new WithdrawMatch(bench.acts).propose(actor, call(), decisionId, body);
const stateOf = () => bench.unitOfWork.run(SYSTEM, async (tx) => screeningStateOf(tx, await rowOf(tx, id)));
const rowsOf = (table: 'list_decision' | 'finding_overturn') =>
  bench.unitOfWork.read(SYSTEM, (tx) => tx.query(`SELECT id FROM ${table} WHERE dossier_id = $1`, [id]));

describe('decisions on list candidates', () => {
  test('a confirmed prohibited match waits for a second person, and blocks once it stands', async () => {
    const decided = await decide();
    expect(decided).toMatchObject({ state: 'awaiting_second_person', secondPersonNeeded: true });
    await screenAgain(bench, id);
    expect((await stateOf())?.blocking.map(({ ruleId }) => ruleId)).not.toContain('list.prohibited');
    expect((await stateOf())?.undecidedCandidates).toContain('lime:prohibited:C03');
    expect(await secondIt(decided.id)).toMatchObject({ state: 'stands', secondPersonNeeded: false });
    await screenAgain(bench, id);
    expect((await stateOf())?.blocking).toContainEqual({
      key: 'list.prohibited:lines[lime]',
      ruleId: 'list.prohibited',
      curable: 'none',
    });
  });
  test('second_person_must_differ for the one who confirmed', async () => {
    const { id: decisionId } = await decide();
    expect((await refusalOf(secondIt(decisionId, first))).code).toBe('second_person_must_differ');
  });
  test('one person rejects a prohibited candidate', async () => {
    expect(await decide(first, { ...LIME, decision: 'rejected' })).toMatchObject({
      state: 'stands',
      secondPersonNeeded: false,
    });
  });
  test('match_already_decided instead of a second opinion in silence', async () => {
    await decide();
    expect((await refusalOf(decide(second, { ...LIME, decision: 'rejected' }))).code).toBe(
      'match_already_decided',
    );
  });
  test('line_unknown and candidate_unknown', async () => {
    expect((await refusalOf(decide(first, { ...LIME, lineId: 'nowhere' }))).code).toBe('line_unknown');
    expect((await refusalOf(decide(first, { ...LIME, code: 'NO-SUCH' }))).code).toBe('candidate_unknown');
    expect(
      (await refusalOf(decide(first, { ...LIME, lineId: 'wet', code: 'C01', decision: 'rejected' }))).code,
    ).toBe('candidate_unknown');
  });
  test('reason_missing for a reason of blanks', async () => {
    expect((await refusalOf(decide(first, { ...LIME, reason: '  ' }))).code).toBe('reason_missing');
  });
  test('command_not_for_you for the owner and the clerk; not_found for a stranger', async () => {
    expect((await refusalOf(decide(owner))).code).toBe('command_not_for_you');
    expect((await refusalOf(decide(clerk))).code).toBe('command_not_for_you');
    expect((await refusalOf(decide(demoActor('ximang')))).code).toBe('not_found');
  });
  test('command_not_permitted_now before the screening and after the conclusion', async () => {
    for (const status of ['accepted', 'concluded'] as const) {
      id = await dossierWithFacts(bench, status);
      expect((await refusalOf(decide())).code).toBe('command_not_permitted_now');
    }
  });
  test('the same delivery acts once, a dry run not at all, and a refusal is logged', async () => {
    await decide(first, LIME, { dryRun: true });
    expect(await rowsOf('list_decision')).toEqual([]);
    const answers = [
      await decide(first, LIME, { idempotencyKey: 'k1' }),
      await decide(first, LIME, { idempotencyKey: 'k1' }),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(await rowsOf('list_decision')).toHaveLength(1);
    await refusalOf(decide(second));
    const chain = await chainOf(bench, id);
    expect(chain.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'match.decided done',
      'command.refused refused',
    ]);
    expect(JSON.stringify(chain)).not.toContain('gián đoạn');
  });
  test('of two people who decide at once one wins', async () => {
    const results = await Promise.allSettled([decide(first), decide(second)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf('list_decision')).toHaveLength(1);
  });
});

describe('withdrawals', () => {
  test('two people with evidence take a standing confirmation back, and the screening is stale', async () => {
    const { id: decisionId } = await decide();
    await secondIt(decisionId, leader);
    await screenAgain(bench, id);
    const documentId = await storeDocument(bench, id);
    expect(await withdraw(decisionId, { reason: 'Nhầm lò', documentId })).toMatchObject({
      state: 'withdrawal_proposed',
      secondPersonNeeded: true,
    });
    expect(await stateOf()).toMatchObject({ current: true });
    const withdrawals = new WithdrawMatch(bench.acts);
    expect((await refusalOf(withdrawals.second(first, call(), decisionId))).code).toBe(
      'second_person_must_differ',
    );
    expect(await withdrawals.second(head, call(), decisionId)).toMatchObject({ state: 'withdrawn' });
    expect(await stateOf()).toMatchObject({ current: false });
    expect((await chainOf(bench, id)).map(({ action }) => action).slice(-1)).toEqual(['match.withdrawn']);
    await decide(second);
  });
  test('evidence_missing and evidence_document_unknown for a decision that stands', async () => {
    const { id: decisionId } = await decide(first, { ...LIME, decision: 'rejected' });
    expect((await refusalOf(withdraw(decisionId, { reason: 'x' }))).code).toBe('evidence_missing');
    const foreign = await storeDocument(bench, await dossierWithFacts(bench, 'under_review'));
    expect((await refusalOf(withdraw(decisionId, { reason: 'x', documentId: foreign }))).code).toBe(
      'evidence_document_unknown',
    );
  });
  test('what still waits for its second person falls at once', async () => {
    const { id: decisionId } = await decide();
    expect(await withdraw(decisionId, { reason: 'Nhầm' }, second)).toMatchObject({ state: 'withdrawn' });
    expect((await refusalOf(secondIt(decisionId))).code).toBe('match_decision_not_in_state');
  });
  test('not_found for a decision of another dossier', async () => {
    const { id: decisionId } = await decide();
    id = await dossierWithFacts(bench, 'under_review');
    expect((await refusalOf(secondIt(decisionId))).code).toBe('not_found');
  });
});
