import { type CoverageSummary } from '../register/register.types.js';
import { REGISTER_VI } from './demo-words.js';

/** The coverage of the register in Vietnamese, line by line, with the missed projects by name. */
export function registerReport(coverage: CoverageSummary): string {
  const { all, answered, notSubject, inHand, missed, none, followed, notFollowed, missedNames } = coverage;
  return [
    REGISTER_VI.coverage(answered + notSubject, all),
    REGISTER_VI.others(inHand, missed, none),
    REGISTER_VI.followed(followed, notFollowed),
    ...(missedNames.length > 0 ? [REGISTER_VI.missed] : []),
    ...missedNames.map((name) => `  - ${name}`),
  ].join('\n');
}
