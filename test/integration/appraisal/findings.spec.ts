import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AcceptEvidence,
  CheckAnnex,
  DecideMatch,
  missingAnnexes,
  newestScreening,
  OverturnFinding,
  screeningStateOf,
  SecondMatch,
} from '#appraisal';
import { factsOf, saveFacts } from '#dossiers';
import {
  appraisalBench,
  type AppraisalBench,
  dossierWithFacts,
  FACTS,
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
const LIME = {
  lineId: 'lime',
  list: 'prohibited',
  code: 'C03',
  decision: 'confirmed',
  reason: 'Lò gián đoạn',
} as const;

beforeAll(async () => {
  bench = await appraisalBench('findings');
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
const stateOf = () => bench.unitOfWork.run(SYSTEM, async (tx) => screeningStateOf(tx, await rowOf(tx, id)));

describe('overturns', () => {
  const proposal = async (findingKey: string) => ({
    findingKey,
    reason: 'Đã đo lại',
    documentId: await storeDocument(bench, id),
  });
  const overturns = () => new OverturnFinding(bench.acts);
  const blockingKey = async () =>
    (await stateOf())?.blocking.find(({ key }) => key.includes('equipment[m]'))?.key ?? '';

  test('two people overturn a finding with its values; other values bring it back', async () => {
    const key = await blockingKey();
    const proposed = await overturns().propose(first, call(), await proposal(key));
    expect(proposed.state).toBe('awaiting_second_person');
    expect((await stateOf())?.blocking.map((item) => item.key)).toContain(key);
    expect((await refusalOf(overturns().second(first, call(), proposed.id))).code).toBe(
      'second_person_must_differ',
    );
    expect((await overturns().second(head, call(), proposed.id)).state).toBe('stands');
    expect((await stateOf())?.blocking.map((item) => item.key)).not.toContain(key);
    expect((await stateOf())?.breached).not.toContain(key);
    expect((await refusalOf(overturns().second(leader, call(), proposed.id))).code).toBe(
      'overturn_stands_already',
    );
    const older = {
      ...FACTS,
      equipment: (FACTS.equipment ?? []).map((item) => ({ ...item, yearMade: 1990 })),
    };
    id = await dossierWithFacts(bench, 'under_review', older);
    await screenAgain(bench, id);
    expect((await stateOf())?.blocking.map((item) => item.key)).toContain(key);
  });
  test('overturn_proposed_already', async () => {
    const body = await proposal(await blockingKey());
    await overturns().propose(first, call(), body);
    expect((await refusalOf(overturns().propose(second, call(), body))).code).toBe(
      'overturn_proposed_already',
    );
  });
  test('finding_not_overturnable for the prohibited list', async () => {
    const { id: decisionId } = await decide();
    await secondIt(decisionId);
    await screenAgain(bench, id);
    const refusal = await refusalOf(
      overturns().propose(first, call(), await proposal('list.prohibited:lines[lime]')),
    );
    expect(refusal.code).toBe('finding_not_overturnable');
  });
  test('finding_does_not_stand, screening_stale, screening_missing', async () => {
    expect((await refusalOf(overturns().propose(first, call(), await proposal('no:such')))).code).toBe(
      'finding_does_not_stand',
    );
    const body = await proposal(await blockingKey());
    await decide();
    expect((await refusalOf(overturns().propose(first, call(), body))).code).toBe('screening_stale');
    id = await dossierWithFacts(bench, 'under_review');
    expect((await refusalOf(overturns().propose(first, call(), body))).code).toBe('screening_missing');
  });
});

describe('manual checks of annexes', () => {
  const annexes = () => new CheckAnnex(bench.acts);
  test('checking every missing annex of a line leaves its finding out of the unchecked ones', async () => {
    const screening = await bench.unitOfWork.read(SYSTEM, (tx) => newestScreening(tx, id));
    const finding = screening?.result.findings.find((item) => missingAnnexes(item).length > 0);
    if (!finding?.subject.id) throw new Error('no finding names a missing annex');
    expect((await stateOf())?.uncheckedAnnexes).toContain(finding.key);
    for (const listVersion of missingAnnexes(finding)) {
      await annexes().run(first, call(), {
        lineId: finding.subject.id,
        listVersion,
        result: 'not_found',
        remark: 'Đã tra phụ lục',
      });
    }
    expect((await stateOf())?.uncheckedAnnexes).not.toContain(finding.key);
  });
  test('annex_not_missing for a version that is loaded', async () => {
    const refusal = await refusalOf(
      annexes().run(first, call(), { lineId: 'lime', listVersion: 'MEMORY', result: 'found', remark: 'x' }),
    );
    expect(refusal.code).toBe('annex_not_missing');
  });
  test('what was found on paper can be confirmed under a code that no list holds', async () => {
    const screening = await bench.unitOfWork.read(SYSTEM, (tx) => newestScreening(tx, id));
    const listVersion =
      screening?.result.findings.filter(({ subject }) => subject.id === 'lime').flatMap(missingAnnexes)[0] ??
      '';
    await annexes().run(first, call(), { lineId: 'lime', listVersion, result: 'found', remark: 'Mục 12' });
    expect(await decide(first, { ...LIME, list: 'restricted', code: 'PL2-12' })).toMatchObject({
      state: 'stands',
    });
  });
});

describe('accepting evidence', () => {
  const evidence = () => new AcceptEvidence(bench.acts);
  const withDocument = async (documentId: string) => {
    const evidence = [{ id: 'e1', kind: 'inspection_certificate', documentId, covers: [] }];
    await bench.unitOfWork.run(SYSTEM, async (tx) =>
      saveFacts(tx, await rowOf(tx, id), { ...FACTS, evidence }, false),
    );
  };

  test('writes who and when into a new version by the agency and makes the screening stale', async () => {
    await withDocument(await storeDocument(bench, id));
    await screenAgain(bench, id);
    expect(await evidence().run(first, call(), 'e1')).toMatchObject({
      acceptedBy: first.id,
      acceptedOn: '2026-07-15',
      factsVersion: 3,
    });
    const stored = await bench.unitOfWork.read(SYSTEM, (tx) => factsOf(tx, id, 3));
    expect(stored.evidence?.[0]).toMatchObject({ acceptedBy: first.id, acceptedOn: '2026-07-15' });
    expect(await stateOf()).toMatchObject({ current: false });
    expect((await refusalOf(evidence().run(second, call(), 'e1'))).code).toBe('evidence_accepted_already');
  });
  test('evidence_document_unknown for a paper of another dossier', async () => {
    await withDocument(await storeDocument(bench, await dossierWithFacts(bench, 'under_review')));
    expect((await refusalOf(evidence().run(first, call(), 'e1'))).code).toBe('evidence_document_unknown');
  });
  test('evidence_unknown, evidence_without_document, command_not_for_you', async () => {
    expect((await refusalOf(evidence().run(first, call(), 'nothing'))).code).toBe('evidence_unknown');
    expect((await refusalOf(evidence().run(first, call(), 'e1'))).code).toBe('evidence_without_document');
    expect((await refusalOf(evidence().run(owner, call(), 'e1'))).code).toBe('command_not_for_you');
  });
});
