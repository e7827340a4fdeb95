import { type Pack, composeScreeningLaw, type PackChecks, type ScreeningLaw } from '#law';
import { type LawSetFor, runGoldenCase } from './golden-case.js';
import { checkDecisionModel } from './rules/check-decision-model.js';

const composers = new WeakMap<readonly Pack[], LawSetFor>();

/** Composes the law of a day once for all cases of that day: a start runs scores of cases on a handful of days. */
function lawSetsOf(packs: readonly Pack[]): LawSetFor {
  const sets = new Map<string, ScreeningLaw>();
  const compose: LawSetFor = (procedureId, on, mode) => {
    const key = `${procedureId} ${on} ${mode}`;
    const set = sets.get(key) ?? composeScreeningLaw({ packs, procedureId, on, mode });
    sets.set(key, set);
    return set;
  };
  composers.set(packs, compose);
  return compose;
}

/**
 * The screening's share of the checks that a pack has to pass before it is loaded: its decision models must be
 * readable, and its golden cases must hold on all packs together.
 */
export const screeningPackChecks: Pick<PackChecks, 'checkModel' | 'runGoldenCase'> = {
  checkModel: (content, _pack, model) => checkDecisionModel({ id: model.id, content }),
  runGoldenCase: (golden, packs) => runGoldenCase(golden, composers.get(packs) ?? lawSetsOf(packs)),
};
