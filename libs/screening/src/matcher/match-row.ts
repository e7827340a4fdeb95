import { type Candidate } from '#contracts';
import { type ListRow } from '#law';
import { type Token, contentTokens, tokensOf } from './normalise-text.js';
import { likeness } from './similarity.js';

/** From this share of an entry's words on, the text alone makes a candidate. */
export const COVERAGE_THRESHOLD = 0.82;
/** With a matching HS or VSIC prefix this share suffices; a code alone never makes a candidate. */
export const SUPPORTED_THRESHOLD = 0.65;
/** An entry of one short word would be found everywhere. */
const SHORTEST_SINGLE_WORD = 3;

/** Codes that stand beside the name: HS codes of machines on the line, the project's VSIC code. */
export interface Codes {
  hs: readonly string[];
  vsic: readonly string[];
}
export interface RowMatch {
  score: number;
  method: Candidate['method'];
}
interface Phrase {
  tokens: Token[];
  method: 'name' | 'synonym';
}
interface PreparedRow {
  phrases: Phrase[];
  negatives: string[][];
}
const prepared = new WeakMap<object, PreparedRow>();

/** A bracketed gloss is no part of the name: `(trừ quốc phòng, an ninh)`. */
const withoutBrackets = (name: string): string => name.replace(/\([^)]*\)/g, ' ');

function prepare(row: ListRow): PreparedRow {
  const phrase = (text: string, method: Phrase['method']): Phrase => ({
    tokens: contentTokens(tokensOf(withoutBrackets(text))),
    method,
  });
  const names = [row.nameVi, row.nameEn].map((name) => phrase(name, 'name'));
  const synonyms = row.synonyms.map((synonym) => phrase(synonym, 'synonym'));
  const negatives = row.negativeTerms.map((term) => tokensOf(term).map(({ bare }) => bare));
  const telling = ({ tokens }: Phrase) =>
    tokens.length > 1 || (tokens[0]?.bare.length ?? 0) >= SHORTEST_SINGLE_WORD;
  return { phrases: [...names, ...synonyms].filter(telling), negatives };
}

function preparedOf(row: ListRow): PreparedRow {
  const known = prepared.get(row);
  if (known) return known;
  const made = prepare(row);
  prepared.set(row, made);
  return made;
}

/** Whether two rows name one technology: each name holds the other. */
export function isSameTechnology(a: ListRow, b: ListRow): boolean {
  const nameOf = (row: ListRow) => contentTokens(tokensOf(withoutBrackets(row.nameVi)));
  const [one, other] = [nameOf(a), nameOf(b)];
  return [likeness(one, other), likeness(other, one)].every(({ coverage }) => coverage >= COVERAGE_THRESHOLD);
}

const NEGATIONS = [
  ['khong', 'su', 'dung'],
  ['khong', 'dung'],
  ['khong', 'chua'],
  ['khong', 'co'],
  ['without'],
];
/** Vietnamese words are mostly two syllables: what a negation denies is taken as that long. */
const DENIED_WORDS = 2;

const startsAt = (tokens: readonly Token[], at: number, words: readonly string[]): boolean =>
  words.length > 0 && words.every((word, offset) => tokens[at + offset]?.bare === word);

/** Takes out what the text denies ("không dùng amiăng") and the row's negative terms ("phương pháp khô"). */
export function withoutDenied(tokens: readonly Token[], negatives: readonly string[][]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const term = negatives.find((words) => startsAt(tokens, at, words));
    const negation = term ? undefined : NEGATIONS.find((words) => startsAt(tokens, at, words));
    if (term) at += term.length;
    else if (negation) at += negation.length + DENIED_WORDS;
    else kept.push(tokens[at++] as Token);
  }
  return kept;
}

const supports = (codes: readonly string[], prefixes: readonly string[]): boolean =>
  codes.some((code) => prefixes.some((prefix) => prefix !== '' && code.startsWith(prefix)));

function supportOf(row: ListRow, codes: Codes): 'hs' | 'vsic' | null {
  if (supports(codes.hs, row.hsPrefixes)) return 'hs';
  return supports(codes.vsic, row.vsicPrefixes) ? 'vsic' : null;
}

/** How the text matches one row of a list, or `null`: best phrase of name and synonyms, codes as support only. */
export function matchRow(tokens: readonly Token[], row: ListRow, codes: Codes): RowMatch | null {
  const { phrases, negatives } = preparedOf(row);
  const query = contentTokens(withoutDenied(tokens, negatives));
  const best = phrases
    .map((phrase) => ({ ...likeness(phrase.tokens, query), method: phrase.method }))
    .reduce((a, b) => (b.score > a.score ? b : a), {
      coverage: 0,
      score: 0,
      method: 'name',
    });
  if (best.coverage >= COVERAGE_THRESHOLD) return { score: best.score, method: best.method };
  const support = supportOf(row, codes);
  return support && best.coverage >= SUPPORTED_THRESHOLD ? { score: best.score, method: support } : null;
}
