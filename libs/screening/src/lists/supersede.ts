import { type Candidate } from '#contracts';
import { type ScreeningLaw } from '#law';
import { type RuleShell } from '../engine-version.js';
import { isSameTechnology } from '../matcher/match-row.js';

type RowInSet = ScreeningLaw['lists']['rows'][number];

const rowOf = (candidate: Candidate, { lists }: ScreeningLaw): RowInSet | undefined =>
  lists.rows.find(
    ({ versionId, list, code }) =>
      versionId === candidate.listVersion && list === candidate.list && code === candidate.code,
  );

/**
 * One technology in two versions of the lists: the version in force on the day wins, whatever it says of it, and the
 * entry of the reference version stays visible as advice that names the winner. A match that people rejected wins nothing.
 */
export function supersede(
  candidates: readonly Candidate[],
  lawSet: ScreeningLaw,
  shell?: RuleShell,
): Candidate[] {
  const known = candidates.map((candidate) => ({ candidate, row: rowOf(candidate, lawSet) }));
  const winners = known.filter(
    ({ candidate, row }) =>
      row?.reference === false && candidate.standing === 'acts' && candidate.decision !== 'rejected',
  );
  return known.map(({ candidate, row }) => {
    const winner = winners.find(
      (other) =>
        row?.reference === true &&
        other.row !== undefined &&
        other.candidate.lineId === candidate.lineId &&
        isSameTechnology(other.row, row, shell),
    );
    return winner
      ? { ...candidate, standing: 'advice', supersededBy: winner.candidate.listVersion }
      : candidate;
  });
}
