import { type ListRow } from '#law';
import { phrasesOf, SUPPORTED_THRESHOLD } from './match-row.js';
import { type Token } from './normalise-text.js';
import { SHORTEST_SLIPPING_WORD, weightOf } from './similarity.js';

/** Where a word stands: how much it weighs in a phrase, as often as it stands there. */
interface Place {
  phrase: number;
  weight: number;
}
interface Phrase {
  row: number;
  /** The least weight of found words with which the phrase can make a candidate. */
  needed: number;
}
interface RowIndex {
  phrases: Phrase[];
  places: Map<string, Place[]>;
  /** Words of the entries by what a slip leaves of them. */
  worn: Map<string, Set<string>>;
  /** Neighbouring words of an entry by both written as one. */
  joined: Map<string, Set<string>>;
}

const indexes = new WeakMap<readonly ListRow[], RowIndex>();
/** Coverage is rounded to four decimals, and sums of weights are not exact: what is near enough counts as reached. */
const SLACK = 1e-3;

const add = (map: Map<string, Set<string>>, key: string, word: string): void => {
  const words = map.get(key);
  if (words) words.add(word);
  else map.set(key, new Set([word]));
};

/**
 * A word and what is left of it without any one letter: two words that differ by one letter added, dropped or changed,
 * or by two letters swapped, share one of these.
 */
function wornForms(word: string): string[] {
  if (word.length < SHORTEST_SLIPPING_WORD) return [];
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

function placeWord(index: RowIndex, phrase: number, token: Token): void {
  const places = index.places.get(token.bare);
  const last = places?.at(-1);
  if (last?.phrase === phrase) last.weight += weightOf(token);
  else if (places) places.push({ phrase, weight: weightOf(token) });
  else {
    index.places.set(token.bare, [{ phrase, weight: weightOf(token) }]);
    for (const form of wornForms(token.bare)) add(index.worn, form, token.bare);
  }
}

function placePhrase(index: RowIndex, row: number, tokens: readonly Token[]): void {
  const phrase = index.phrases.length;
  const total = tokens.reduce((sum, token) => sum + weightOf(token), 0);
  index.phrases.push({ row, needed: total * (SUPPORTED_THRESHOLD - SLACK) });
  tokens.forEach((token, at) => {
    placeWord(index, phrase, token);
    const next = tokens[at + 1];
    if (!next) return;
    add(index.joined, token.bare + next.bare, token.bare);
    add(index.joined, token.bare + next.bare, next.bare);
  });
}

function indexOf(rows: readonly ListRow[]): RowIndex {
  const known = indexes.get(rows);
  if (known) return known;
  const index: RowIndex = { phrases: [], places: new Map(), worn: new Map(), joined: new Map() };
  rows.forEach((row, at) => {
    for (const tokens of phrasesOf(row)) placePhrase(index, at, tokens);
  });
  indexes.set(rows, index);
  return index;
}

/** Words of the entries that a text holds or may hold: as they are, with a slip, or two of them written as one. */
function wordsFound(tokens: readonly Token[], { places, worn, joined }: RowIndex): Set<string> {
  const found = new Set<string>();
  for (const { bare } of tokens) {
    if (places.has(bare)) found.add(bare);
    for (const form of wornForms(bare)) for (const word of worn.get(form) ?? []) found.add(word);
    for (const word of joined.get(bare) ?? []) found.add(word);
  }
  return found;
}

/**
 * The rows, in their order, of which some phrase can be covered by these words as far as a candidate asks. It takes every
 * word that may be alike for found whole, so no row that would match is missing; of those that are given most will match.
 * The words of the rows are put in order once for a list of rows, which must not change.
 */
export function reachableRows<Row extends ListRow>(tokens: readonly Token[], rows: readonly Row[]): Row[] {
  const index = indexOf(rows);
  const reached = new Map<number, number>();
  for (const word of wordsFound(tokens, index))
    for (const { phrase, weight } of index.places.get(word) ?? [])
      reached.set(phrase, (reached.get(phrase) ?? 0) + weight);
  const found = new Set<number>();
  for (const [at, weight] of reached) {
    const { row, needed } = index.phrases[at] as Phrase;
    if (weight >= needed) found.add(row);
  }
  return [...found].sort((a, b) => a - b).map((at) => rows[at] as Row);
}
