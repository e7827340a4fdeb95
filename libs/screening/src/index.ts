export { FACT_FIELDS } from './facts/fact-schema.js';
export { engineVersionOf, shellOf } from './engine-version.js';
export { factPathsOf, idsOfItems, namesAFact, resolveFactPaths } from './facts/fact-paths.js';
export { type FactFault, renderFault } from './facts/fact-fault.js';
export { normaliseFacts } from './facts/normalise-facts.js';
export { faultsBrought } from './facts/country-faults.js';
export { factsFaults } from './facts/validate-facts.js';
export { MATCH_METHOD, type ListMatch, type MatchOptions, matchLists } from './matcher/match-lists.js';
export { type ScreeningInput, screen } from './screen.js';
export { type GoldenExpectation, type GoldenInput, type LawSetFor, runGoldenCase } from './golden-case.js';
export { type Language, LANGUAGES } from './catalogue/language.js';
export {
  type ListNames,
  listNamesOf,
  type RenderedFinding,
  renderFinding,
  renderNotice,
} from './catalogue/render.js';
export { type ReplayOutcome, type StoredScreening, replay } from './replay/replay.js';
export { type ModelFault, checkDecisionModel } from './rules/check-decision-model.js';
export { screeningPackChecks } from './pack-checks.js';
export { triggerOf } from './trigger.js';
export { technologyTextOf } from './lists/technology-text.js';
export { provenBy } from './rules/outdated.rule.js';
