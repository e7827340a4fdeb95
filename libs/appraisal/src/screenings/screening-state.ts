import { type Candidate, type Confirmation, type Finding } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { canonicalJson } from '#kernel';
import { type CaseFacts, type ScreenedTest } from '#workflow';
import { annexChecksOf, missingAnnexes, uncheckedAnnexes } from './annex-check.store.js';
import { standingConfirmations } from './confirmations.store.js';
import { findingDigest, overturnsOf, standingOverturns } from './overturn.store.js';
import { screenedTests } from './domain/screened-tests.rule.js';
import { newestScreening, type StoredScreening } from './screening.store.js';

/** Where the newest screening of a dossier stands, for the procedure; `uncheckedAnnexes` are keys of findings. */
export type ScreeningState = NonNullable<CaseFacts['screening']> & { uncheckedAnnexes: string[] };

const isOfNow = (
  screening: StoredScreening,
  row: DossierRow,
  confirmations: readonly Confirmation[],
): boolean =>
  screening.round === row.round &&
  screening.factsVersion === row.factsVersion &&
  screening.lawSetDigest === row.lawSetDigest &&
  canonicalJson(screening.confirmations) === canonicalJson(confirmations);

const PEOPLE_NEEDED = 2;
/** Whether a candidate is settled by what counts now, which may be newer than the screening. */
function isDecided(candidate: Candidate, confirmations: readonly Confirmation[]): boolean {
  const { lineId, list, code } = candidate;
  const found = confirmations.find(
    (entry) => entry.lineId === lineId && entry.list === list && entry.code === code,
  );
  if (!found) return false;
  return list !== 'prohibited' || found.decision === 'rejected' || found.by.length >= PEOPLE_NEEDED;
}

const namesOf = (candidates: readonly Candidate[]): string[] =>
  [...new Set(candidates.map(({ lineId, list, code }) => `${lineId}:${list}:${code}`))].sort();

/** Breached findings without those whose overturn by two people stands. */
export const standingBreaches = (findings: readonly Finding[], overturned: ReadonlySet<string>): Finding[] =>
  findings.filter((finding) => finding.verdict === 'breached' && !overturned.has(findingDigest(finding)));

/** Whether a refusal may rest on a breach: it blocks, or the law of the rule is verified and meant for the case. */
export const isGround = ({ severity, verification, analogy }: Finding): boolean =>
  severity === 'blocking' || (!analogy && ['text_read', 'secondary'].includes(verification));

/** Keys of findings for which every annex that is not loaded was looked up and the result recorded. */
const checkedByHand = (
  findings: readonly Finding[],
  unchecked: readonly string[],
  tests: readonly ScreenedTest[],
): string[] => {
  const settled = new Set(tests.filter(({ verdict }) => verdict === 'met').map(({ key }) => key));
  return findings
    .filter(
      (finding) =>
        (missingAnnexes(finding).length > 0 && !unchecked.includes(finding.key)) ||
        (finding.verdict === 'inconclusive' && settled.has(finding.key)),
    )
    .map(({ key }) => key);
};

/**
 * The newest screening as the guards of a procedure need it, or null when the dossier was never screened. `current`
 * means: of this round, these facts, this law and these decisions on candidates. To be read under the dossier's lock.
 */
export async function screeningStateOf(tx: Tx, row: DossierRow): Promise<ScreeningState | null> {
  const [screening, confirmations, checks, overturns] = await Promise.all([
    newestScreening(tx, row.id),
    standingConfirmations(tx, row.id),
    annexChecksOf(tx, row.id),
    overturnsOf(tx, row.id),
  ]);
  if (!screening) return null;
  const { findings, candidates } = screening.result;
  const unchecked = uncheckedAnnexes(findings, checks, row.round);
  const overturned = standingOverturns(overturns);
  const breached = standingBreaches(findings, overturned);
  const isOverturned = (finding: Finding) => overturned.has(findingDigest(finding));
  const tests = screenedTests(findings, { checks, round: row.round, isOverturned });
  return {
    current: isOfNow(screening, row, confirmations),
    blocking: breached
      .filter(({ severity }) => severity === 'blocking')
      .map(({ key, ruleId, curable }) => ({ key, ruleId, curable })),
    breached: breached.map(({ key }) => key),
    grounds: breached.filter(isGround).map(({ key, test }) => ({ key, test })),
    inconclusive: findings.filter(({ verdict }) => verdict === 'inconclusive').map(({ key }) => key),
    undecidedCandidates: namesOf(candidates.filter((candidate) => !isDecided(candidate, confirmations))),
    uncheckedAnnexes: unchecked,
    checkedByHand: checkedByHand(findings, unchecked, tests),
    tests,
  };
}
