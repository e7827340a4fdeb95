import { type Candidate, type ScreeningMode } from '#contracts';
import { type CivilDate, RecentAnswers } from '#kernel';
import { type ScreeningLaw } from '#law';
import { RULE_SHELL_VERSION, type RuleShell } from '../engine-version.js';
import { type Codes, rowMatch, type RowMatch, textMatch, type TextMatch } from './match-row.js';
import { tokensOf } from './normalise-text.js';
import { reachableRows } from './reachable-rows.js';
import { rowActs } from './row-standing.js';

/** Names the way candidates are found, in notices and stored results. */
export const MATCH_METHOD = 'normalised-text-v1';
export interface MatchOptions extends Partial<Codes> {
  on: CivilDate;
  mode: ScreeningMode;
  /** Whose rule compares the words; the newest when it is left out. */
  shell?: RuleShell | undefined;
}
export type ListMatch = Omit<Candidate, 'lineId' | 'decision'>;
type RowInSet = ScreeningLaw['lists']['rows'][number];

interface Likely {
  row: RowInSet;
  text: TextMatch;
}
/**
 * Names that were compared with the rows of a law: a form that is checked as it is filled in asks for the same ones again.
 * By the rows themselves and not by the digest of the law, which says nothing of rows that were put together by hand.
 */
const comparedWith = new WeakMap<readonly RowInSet[], RecentAnswers<readonly Likely[]>>();
const KEPT_NAMES = 500;

function comparisonsOf(rows: readonly RowInSet[]): RecentAnswers<readonly Likely[]> {
  const known = comparedWith.get(rows) ?? new RecentAnswers<readonly Likely[]>(KEPT_NAMES);
  comparedWith.set(rows, known);
  return known;
}

function compare(name: string, lawSet: ScreeningLaw, shell: RuleShell): readonly Likely[] {
  const tokens = tokensOf(name);
  if (tokens.length === 0) return [];
  // The index knows which words the newest rule takes for alike.
  const { rows } = lawSet.lists;
  return (shell === RULE_SHELL_VERSION ? reachableRows(tokens, rows) : rows)
    .filter(({ direction }) => direction !== 'outbound')
    .flatMap((row) => {
      const text = textMatch(tokens, row, shell);
      return text ? [{ row, text }] : [];
    });
}

/** Rows whose text alone, or with a code, makes them candidates. */
function likelyRows(name: string, lawSet: ScreeningLaw, shell: RuleShell): readonly Likely[] {
  const compared = comparisonsOf(lawSet.lists.rows);
  const asked = `${shell} ${name}`;
  const known = compared.get(asked) ?? compare(name, lawSet, shell);
  compared.keep(asked, known);
  return known;
}

const toMatch = (row: RowInSet, found: RowMatch, acts: boolean): ListMatch => ({
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
  const codes = { hs: options.hs ?? [], vsic: options.vsic ?? [] };
  return likelyRows(name, lawSet, options.shell ?? RULE_SHELL_VERSION)
    .flatMap(({ row, text }) => {
      const found = rowMatch(text, row, codes);
      return found ? [toMatch(row, found, rowActs(row, lawSet, options.mode, options.on))] : [];
    })
    .sort(precedes);
}
