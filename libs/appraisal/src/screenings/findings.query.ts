import { type Candidate, type Finding } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import {
  type Language,
  type ListNames,
  listNamesOf,
  type RenderedFinding,
  renderFinding,
  renderNotice,
} from '#screening';
import { knownConflicts } from '../known-conflicts.js';
import { type AnnexCheck, annexChecksOf } from './annex-check.store.js';
import { decisionsOf, type ListDecision } from './confirmations.store.js';
import { findingDigest, type FindingOverturn, overturnsOf } from './overturn.store.js';
import { newestScreening, type StoredScreening } from './screening.store.js';
import { screeningStateOf } from './screening-state.js';

/** A finding with its texts and what became of it. */
export interface FindingView extends Finding {
  texts: RenderedFinding;
  /** It was breached and two people overturned it with the values that it has. */
  overturned: boolean;
  overturn: FindingOverturn | null;
}
/** A candidate with the decision that counts now, which may be newer than the screening. */
export interface CandidateView extends Candidate {
  decided: FlaggedDecision | null;
}
/** A decision with whether somebody who made it is in conflict by now; null: not for this viewer. */
export interface FlaggedDecision extends ListDecision {
  madeInConflict: boolean | null;
}
export interface FindingsView {
  screening: Pick<StoredScreening, 'id' | 'number' | 'round' | 'mode' | 'performedAt' | 'factsVersion'>;
  current: boolean;
  findings: FindingView[];
  candidates: CandidateView[];
  /** Every decision on candidates, those that no longer count too. */
  decisions: FlaggedDecision[];
  annexChecks: AnnexCheck[];
  uncheckedAnnexes: string[];
  /** Names of those who decided, seconded, proposed or looked into an annex. */
  people: { id: string; name: string }[];
  notices: { code: string; params: Record<string, string>; text: string }[];
}

const viewOf = (
  finding: Finding,
  overturns: readonly FindingOverturn[],
  language: Language,
  lists: ListNames,
): FindingView => {
  const digest = findingDigest(finding);
  const overturn = overturns.find((item) => item.findingDigest === digest) ?? null;
  return {
    ...finding,
    texts: renderFinding(finding, language, lists),
    overturned: overturn?.secondedBy != null,
    overturn,
  };
};

const isOpen = ({ state }: ListDecision) => state !== 'withdrawn' && state !== 'reopened';
const flagged = (decision: ListDecision, conflicted: readonly string[] | null): FlaggedDecision => ({
  ...decision,
  madeInConflict:
    conflicted &&
    [decision.decidedBy, decision.secondedBy].some((id) => id !== null && conflicted.includes(id)),
});
const withDecision = (candidate: Candidate, decisions: readonly FlaggedDecision[]): CandidateView => {
  const { lineId, list, code } = candidate;
  const decided = decisions.find(
    (entry) => isOpen(entry) && entry.lineId === lineId && entry.list === list && entry.code === code,
  );
  return { ...candidate, decided: decided ?? null };
};

/** The findings of the newest screening of a dossier with texts in a language, overturns and decisions; null before the first. */
export async function findingsOf(tx: Tx, row: DossierRow, language: Language): Promise<FindingsView | null> {
  const screening = await newestScreening(tx, row.id);
  const state = await screeningStateOf(tx, row);
  if (!screening || !state) return null;
  const { id, number, round, mode, performedAt, factsVersion, result } = screening;
  const overturns = await overturnsOf(tx, row.id);
  const conflicted = await knownConflicts(tx, row.id);
  const decisions = (await decisionsOf(tx, row.id)).map((decision) => flagged(decision, conflicted));
  const annexChecks = await annexChecksOf(tx, row.id);
  const lists = listNamesOf(result.notices);
  return {
    screening: { id, number, round, mode, performedAt, factsVersion },
    current: state.current,
    findings: result.findings.map((finding) => viewOf(finding, overturns, language, lists)),
    candidates: result.candidates.map((candidate) => withDecision(candidate, decisions)),
    decisions,
    annexChecks,
    uncheckedAnnexes: state.uncheckedAnnexes,
    people: await namesOf(tx, [
      ...decisions.flatMap((made) => [made.decidedBy, made.secondedBy, made.withdrawalProposedBy]),
      ...overturns.flatMap((made) => [made.proposedBy, made.secondedBy]),
      ...annexChecks.map(({ checkedBy }) => checkedBy),
    ]),
    notices: result.notices.map((notice) => ({ ...notice, text: renderNotice(notice, language) })),
  };
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<FindingsView['people']> {
  const asked = [...new Set(ids.filter((id) => id !== null))];
  if (asked.length === 0) return [];
  return tx.query('SELECT id, display_name AS name FROM app_user WHERE id = ANY ($1::uuid[]) ORDER BY id', [
    asked,
  ]);
}
