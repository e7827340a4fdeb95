import { composeScreeningLaw, type PackChecks } from '#law';
import { runGoldenCase } from './golden-case.js';
import { checkDecisionModel } from './rules/check-decision-model.js';

/**
 * The screening's share of the checks that a pack has to pass before it is loaded: its decision models must be
 * readable, and its golden cases must hold on all packs together.
 */
export const screeningPackChecks: Pick<PackChecks, 'checkModel' | 'runGoldenCase'> = {
  checkModel: (content, _pack, model) => checkDecisionModel({ id: model.id, content }),
  runGoldenCase: (golden, packs) =>
    runGoldenCase(golden, (procedureId, on, mode) => composeScreeningLaw({ packs, procedureId, on, mode })),
};
