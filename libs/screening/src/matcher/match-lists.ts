import { type Candidate, type ScreeningMode } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningLaw } from '#law';
import { type Codes, matchRow } from './match-row.js';
import { tokensOf } from './normalise-text.js';
import { rowActs } from './row-standing.js';

/** Names the way candidates are found, in notices and stored results. */
export const MATCH_METHOD = 'normalised-text-v1';
export interface MatchOptions extends Partial<Codes> {
  on: CivilDate;
  mode: ScreeningMode;
}
export type ListMatch = Omit<Candidate, 'lineId' | 'decision'>;
type RowInSet = ScreeningLaw['lists']['rows'][number];

const toMatch = (
  row: RowInSet,
  found: { score: number; method: Candidate['method'] },
  acts: boolean,
): ListMatch => ({
  list: row.list,
  code: row.code,
  listVersion: row.versionId,
  nameVi: row.nameVi,
  score: found.score,
  method: found.method,
  verification: row.verification,
  standing: acts ? 'acts' : 'advice',
});

const precedes = (a: ListMatch, b: ListMatch): number =>
  b.score - a.score ||
  (`${a.list}|${a.code}|${a.listVersion}` < `${b.list}|${b.code}|${b.listVersion}` ? -1 : 1);

/**
 * Rows of the loaded lists that the name of a technology may mean, best first; a person decides. Takes Vietnamese
 * with or without accents, or English; HS and VSIC codes only support a match. Rows for outbound transfer are left
 * out. `standing` tells whether the row acts on that day in that mode. An empty answer never means "not on the list".
 */
export function matchLists(name: string, lawSet: ScreeningLaw, options: MatchOptions): ListMatch[] {
  const tokens = tokensOf(name);
  if (tokens.length === 0) return [];
  const codes = { hs: options.hs ?? [], vsic: options.vsic ?? [] };
  return lawSet.lists.rows
    .filter(({ direction }) => direction !== 'outbound')
    .flatMap((row) => {
      const found = matchRow(tokens, row, codes);
      return found ? [toMatch(row, found, rowActs(row, lawSet, options.mode, options.on))] : [];
    })
    .sort(precedes);
}
