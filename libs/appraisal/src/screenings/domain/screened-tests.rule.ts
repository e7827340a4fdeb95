import { type Finding } from '#contracts';
import { type ScreenedTest } from '#workflow';

/** A look into an annex that is not loaded, as far as a list test needs it. */
export interface LookedUp {
  round: number;
  lineId: string;
  listVersion: string;
  result: 'not_found' | 'found';
}
export interface TestSituation {
  checks: readonly LookedUp[];
  round: number;
  /** Whether two people overturned the finding with the values that it has. */
  isOverturned: (finding: Finding) => boolean;
}

const OUTDATED_LIST = 'outdated.list';
const PROHIBITED = 'list.prohibited';
const NOT_LOADED = 'list_version_not_in_force';
const ANNEX = 'annex:';

/** The prohibited list of a line was looked up by hand in every annex that is missing, this round, and never found. */
function isClearByHand(
  line: string,
  findings: readonly Finding[],
  { checks, round }: TestSituation,
): boolean {
  const list = findings.find(({ test, subject }) => test === PROHIBITED && subject.id === line);
  if (!list || list.verdict !== 'inconclusive' || list.missing.length === 0) return false;
  const own = checks.filter((check) => check.round === round && check.lineId === line);
  if (own.some(({ result }) => result === 'found')) return false;
  return list.missing.every(
    (gap) => gap.startsWith(ANNEX) && own.some(({ listVersion }) => listVersion === gap.slice(ANNEX.length)),
  );
}

function verdictOf(
  finding: Finding,
  findings: readonly Finding[],
  situation: TestSituation,
): ScreenedTest['verdict'] {
  const { verdict, test, subject, notes } = finding;
  if (verdict === 'breached' && situation.isOverturned(finding)) return 'overturned';
  const isGap = verdict === 'inconclusive' && test === OUTDATED_LIST && notes.includes(NOT_LOADED);
  return isGap && isClearByHand(subject.id ?? '', findings, situation) ? 'met' : verdict;
}

/**
 * Every test of a screening with what became of it: a breach that two people overturned is `overturned`, never met; the
 * list test of a determination (OUT-5), open because an annex is not loaded, is met where the annex was looked up by
 * hand in this round and the technology was not found.
 */
export const screenedTests = (findings: readonly Finding[], situation: TestSituation): ScreenedTest[] =>
  findings.map((finding) => ({
    key: finding.key,
    test: finding.test,
    verdict: verdictOf(finding, findings, situation),
    blocking: finding.severity === 'blocking',
  }));
