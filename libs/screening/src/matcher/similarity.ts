import { RULE_SHELL_VERSION, type RuleShell } from '../engine-version.js';
import { type Token } from './normalise-text.js';

/** Words found in many kinds of industry: they support a match but do not make one. */
const GENERIC = new Set(
  'lo may moi cao chat vat lieu xay hoa nuoc dien che bien chua gay dat khong nho cu go cay con kiln old new raw'.split(
    ' ',
  ),
);
/** Words around a limit value, left out as often as written. */
const WEAK = new Set(['tieu', 'chuan', 'muc', 'khi', 'thai', 'standard']);
/** How much a word tells: 1, half of it where many industries know the word, a fifth around a limit value. */
export const weightOf = ({ bare }: Token): number => (WEAK.has(bare) ? 0.2 : GENERIC.has(bare) ? 0.5 : 1);
/** In a shorter word one other letter is another word. */
export const SHORTEST_SLIPPING_WORD = 4;
/** Two words of the entry that the query writes as one. */
const JOINED = 0.95;
const hasAccent = ({ bare, accented }: Token): boolean => bare !== accented;

/** Shell 2 took two swapped letters for one slip even where the query had another letter beside them. */
const isSwap = (left: string, right: string, shell: RuleShell): boolean =>
  left.length === 2 && (right.length === 2 || shell === '2') && left[0] === right[1] && left[1] === right[0];

/** Whether two words differ by one letter added, dropped, changed, or by two letters swapped. */
function isOneSlip(a: string, b: string, shell: RuleShell): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (left.length <= 1 && right.length <= 1) || isSwap(left, right, shell);
}

/** 1 same word; 0.95 accents left out; 0.6 other accents; 0.8 one slip in a long word; else 0. */
export function wordSimilarity(entry: Token, query: Token, shell: RuleShell): number {
  if (entry.accented === query.accented) return 1;
  if (entry.bare === query.bare) return hasAccent(entry) && hasAccent(query) ? 0.6 : 0.95;
  const shortest = Math.min(entry.bare.length, query.bare.length);
  return shortest >= SHORTEST_SLIPPING_WORD && isOneSlip(entry.bare, query.bare, shell) ? 0.8 : 0;
}

/** A query that is compared with every row of the lists: what it holds, and what each word was found to be like. */
interface Sought {
  shell: RuleShell;
  words: Set<string>;
  pairs: Set<string>;
  likest: Map<string, number>;
}
const soughtOnce: Record<RuleShell, WeakMap<readonly Token[], Sought>> = {
  '2': new WeakMap(),
  '3': new WeakMap(),
};
const pairsOf = (tokens: readonly Token[]): string[] =>
  tokens.slice(1).map((token, index) => `${tokens[index]?.bare} ${token.bare}`);

function soughtOf(query: readonly Token[], shell: RuleShell): Sought {
  const known = soughtOnce[shell].get(query);
  if (known) return known;
  const words = new Set(query.map(({ bare }) => bare));
  const fresh = { shell, words, pairs: new Set(pairsOf(query)), likest: new Map<string, number>() };
  soughtOnce[shell].set(query, fresh);
  return fresh;
}

function likestWord(own: Token, query: readonly Token[], { likest, shell }: Sought): number {
  const key = `${own.bare} ${own.accented}`;
  const known = likest.get(key);
  if (known !== undefined) return known;
  const best = query.reduce((so, token) => Math.max(so, wordSimilarity(own, token, shell)), 0);
  likest.set(key, best);
  return best;
}

/** Finds each word of the entry in the query; two words written as one (`ximang`) count for both. */
function bestMatch(entry: readonly Token[], index: number, query: readonly Token[], sought: Sought): number {
  const own = entry[index] as Token;
  const best = likestWord(own, query, sought);
  if (best >= JOINED) return best;
  const [before, after] = [entry[index - 1], entry[index + 1]];
  const isJoined =
    (before !== undefined && sought.words.has(before.bare + own.bare)) ||
    (after !== undefined && sought.words.has(own.bare + after.bare));
  return isJoined ? JOINED : best;
}

function pairsFound(entry: readonly Token[], { pairs }: Sought): number {
  if (entry.length < 2) return 1;
  const own = pairsOf(entry);
  return own.filter((pair) => pairs.has(pair)).length / own.length;
}

export interface Likeness {
  /** Weighted share of the entry's words found in the query, 0..1. */
  coverage: number;
  /** Coverage, and for a tenth the share of neighbouring words found as neighbours; 0..1, 4 decimals. */
  score: number;
}

/** How much of an entry's phrase the query holds; further words of the query cost nothing. */
export function likeness(
  entry: readonly Token[],
  query: readonly Token[],
  shell: RuleShell = RULE_SHELL_VERSION,
): Likeness {
  const total = entry.reduce((sum, token) => sum + weightOf(token), 0);
  if (total === 0) return { coverage: 0, score: 0 };
  const sought = soughtOf(query, shell);
  const found = entry.reduce(
    (sum, token, index) => sum + weightOf(token) * bestMatch(entry, index, query, sought),
    0,
  );
  const coverage = Math.round((found / total) * 1e4) / 1e4;
  return { coverage, score: Math.round((0.9 * coverage + 0.1 * pairsFound(entry, sought)) * 1e4) / 1e4 };
}
