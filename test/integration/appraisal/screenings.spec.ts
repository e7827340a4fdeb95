import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  findingsOf,
  performScreening,
  replayScreening,
  reopenConfirmations,
  screeningsOf,
  screeningStateOf,
  standingConfirmations,
  DecideMatch,
} from '#appraisal';
import { saveFacts } from '#dossiers';
import { type LawSet } from '#law';
import { runAs } from '../../support/database.js';
import {
  appraisalBench,
  type AppraisalBench,
  dossierWithFacts,
  FACTS,
  refusalOf,
  rowOf,
  screenAgain,
  SYSTEM,
} from '../../support/screened-dossier.js';
import { demoActor } from '../../support/stored-dossier.js';

let bench: AppraisalBench;
beforeAll(async () => {
  bench = await appraisalBench('screenings');
}, 60_000);
afterAll(() => bench.close());

const stateOf = (id: string) =>
  bench.unitOfWork.run(SYSTEM, async (tx) => screeningStateOf(tx, await rowOf(tx, id)));
const call = (dossierId: string) => ({ dossierId, idempotencyKey: null, dryRun: false });

describe('screenings of a dossier', () => {
  test('there is no state before the first, and afterwards it names what stands', async () => {
    const id = await dossierWithFacts(bench, 'under_review');
    expect(await stateOf(id)).toBeNull();
    const stored = await screenAgain(bench, id);
    expect(stored).toMatchObject({
      number: 1,
      round: 1,
      factsVersion: 1,
      lawSetDigest: bench.lawSet.digest,
      receivedOn: '2026-07-13',
      blocking: true,
    });
    const state = await stateOf(id);
    expect(state).toMatchObject({ current: true });
    expect(state?.blocking.some(({ key }) => key.includes('equipment[m]'))).toBe(true);
    expect(state?.undecidedCandidates).toContain('lime:prohibited:C03');
    expect(state?.uncheckedAnnexes.length).toBeGreaterThan(0);
  });

  test('new facts, a new decision and a new round each make it stale', async () => {
    const id = await dossierWithFacts(bench, 'under_review');
    await screenAgain(bench, id);
    await new DecideMatch(bench.acts).run(demoActor('chuyenvien1'), call(id), {
      lineId: 'lime',
      list: 'prohibited',
      code: 'C03',
      decision: 'rejected',
      reason: 'Lò công nghiệp',
    });
    expect(await stateOf(id)).toMatchObject({ current: false });
    await screenAgain(bench, id);
    const state = await stateOf(id);
    expect(state).toMatchObject({ current: true });
    expect(state?.undecidedCandidates).not.toContain('lime:prohibited:C03');
    await bench.unitOfWork.run(SYSTEM, async (tx) =>
      saveFacts(tx, await rowOf(tx, id), { ...FACTS, equipment: [], evidence: [] }, true),
    );
    expect(await stateOf(id)).toMatchObject({ current: false });
    await screenAgain(bench, id);
    await runAs(bench.db.superuser, 'UPDATE dossier SET round = 2, revision = revision + 1 WHERE id = $1', [
      id,
    ]);
    expect(await stateOf(id)).toMatchObject({ current: false });
  });

  test('a stored screening replays to the same bytes and cannot be changed', async () => {
    const id = await dossierWithFacts(bench, 'under_review');
    const { id: screeningId } = await screenAgain(bench, id);
    expect(await bench.unitOfWork.read(SYSTEM, (tx) => replayScreening(tx, id, screeningId))).toMatchObject({
      same: true,
      firstDifference: null,
      intact: true,
    });
    await expect(
      runAs(bench.db.app, 'UPDATE screening SET blocking = false WHERE id = $1', [screeningId]),
    ).rejects.toThrow();
  });

  test('screening_unavailable when a decision table cannot be evaluated, and nothing is stored', async () => {
    const id = await dossierWithFacts(bench, 'under_review');
    const broken: LawSet = {
      ...bench.lawSet,
      rules: {
        ...bench.lawSet.rules,
        models: bench.lawSet.rules.models.map((model) => ({ ...model, content: { nodes: 7 } })),
      },
    };
    const refusal = await refusalOf(
      bench.unitOfWork.run(SYSTEM, async (tx) => performScreening(tx, await rowOf(tx, id), broken)),
    );
    expect(refusal.code).toBe('screening_unavailable');
    expect(await bench.unitOfWork.read(SYSTEM, (tx) => screeningsOf(tx, id))).toEqual([]);
  });

  test('naming a technology anew opens its decisions again', async () => {
    const id = await dossierWithFacts(bench, 'under_review');
    await screenAgain(bench, id);
    await new DecideMatch(bench.acts).run(demoActor('chuyenvien1'), call(id), {
      lineId: 'lime',
      list: 'prohibited',
      code: 'C03',
      decision: 'rejected',
      reason: 'x',
    });
    const reopened = await bench.unitOfWork.run(SYSTEM, (tx) => reopenConfirmations(tx, id, ['lime']));
    expect(reopened.map(({ code, state }) => [code, state])).toEqual([['C03', 'reopened']]);
    expect(await bench.unitOfWork.read(SYSTEM, (tx) => standingConfirmations(tx, id))).toEqual([]);
  });

  test('findings come with texts in the language asked for', async () => {
    const id = await dossierWithFacts(bench, 'under_review');
    await screenAgain(bench, id);
    const titles = async (language: 'vi' | 'en') => {
      const view = await bench.unitOfWork.run(SYSTEM, async (tx) =>
        findingsOf(tx, await rowOf(tx, id), language),
      );
      return view?.findings.map(({ texts }) => texts.title) ?? [];
    };
    const vi = await titles('vi');
    expect(vi.length).toBeGreaterThan(0);
    expect(await titles('en')).not.toEqual(vi);
  });
});
