export { ENGINE_VERSION } from './engine-version.js';
export { factPathsOf, resolveFactPaths } from './facts/fact-paths.js';
export { type FactFault, renderFault } from './facts/fact-fault.js';
export { normaliseFacts } from './facts/normalise-facts.js';
export { factsFaults } from './facts/validate-facts.js';
export { MATCH_METHOD, type ListMatch, type MatchOptions, matchLists } from './matcher/match-lists.js';
export { type ScreeningInput, screen } from './screen.js';
export { type GoldenExpectation, type GoldenInput, type LawSetFor, runGoldenCase } from './golden-case.js';
