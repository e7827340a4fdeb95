import { type Candidate } from '#contracts';
import { type ListRow } from '#law';
import { type RuleShell } from '../engine-version.js';
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
  /** Against which words of the text: all of them, and also those that a negation denies. */
  against: Query;
}
interface Query {
  whole: boolean;
  denied: boolean;
}
interface PreparedRow {
  phrases: Phrase[];
  negatives: string[][];
}
const prepared = new WeakMap<object, PreparedRow>();

/** A bracketed gloss is no part of the name: `(trừ quốc phòng, an ninh)`. */
const withoutBrackets = (name: string): string => name.replace(/\([^)]*\)/g, ' ');

function prepare(row: ListRow): PreparedRow {
  const names = [row.nameVi, row.nameEn].map((name) => phrase(name, 'name'));
  const synonyms = row.synonyms.map((synonym) => phrase(synonym, 'synonym'));
  const negatives = row.negativeTerms.map((term) => tokensOf(term).map(({ bare }) => bare));
  return { phrases: [...names, ...synonyms].filter(({ tokens }) => isTelling(tokens)), negatives };
}

const isTelling = (tokens: readonly Token[]): boolean =>
  tokens.length > 1 || (tokens[0]?.bare.length ?? 0) >= SHORTEST_SINGLE_WORD;

/**
 * A phrase of which too little is left without its stop words (`In 3D`) is sought with all its words; one that itself
 * denies something (`without safety tests`) is sought in what the text denies too.
 */
function phrase(text: string, method: Phrase['method']): Phrase {
  const all = tokensOf(withoutBrackets(text));
  const content = contentTokens(all);
  const whole = !isTelling(content);
  const denied = withoutDenied(all, []).length < all.length;
  return { tokens: whole ? all : content, method, against: { whole, denied } };
}

function preparedOf(row: ListRow): PreparedRow {
  const known = prepared.get(row);
  if (known) return known;
  const made = prepare(row);
  prepared.set(row, made);
  return made;
}

/** The words that are sought for a row: one list for each name and synonym that tells anything. */
export const phrasesOf = (row: ListRow): (readonly Token[])[] =>
  preparedOf(row).phrases.map(({ tokens }) => tokens);

/** Whether two rows name one technology: each name holds the other. */
export function isSameTechnology(a: ListRow, b: ListRow, shell?: RuleShell): boolean {
  const nameOf = (row: ListRow) => contentTokens(tokensOf(withoutBrackets(row.nameVi)));
  const [one, other] = [nameOf(a), nameOf(b)];
  const both = [likeness(one, other, shell), likeness(other, one, shell)];
  return both.every(({ coverage }) => coverage >= COVERAGE_THRESHOLD);
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
export function withoutDenied(
  tokens: readonly Token[],
  negatives: readonly string[][],
  negations: readonly string[][] = NEGATIONS,
): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const term = negatives.find((words) => startsAt(tokens, at, words));
    const negation = term ? undefined : negations.find((words) => startsAt(tokens, at, words));
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

/** What a text states and denies, as the phrases of a row look for it. */
interface Stated {
  stated: Token[];
  content: Token[];
  /** With what its negations deny. */
  all: readonly Token[];
  allContent: Token[];
}
const statedOnce = new WeakMap<readonly Token[], Stated>();

function statedBy(tokens: readonly Token[], negatives: readonly string[][]): Stated {
  const stated = withoutDenied(tokens, negatives);
  const all = withoutDenied(tokens, negatives, []);
  return { stated, content: contentTokens(stated), all, allContent: contentTokens(all) };
}

/** Most rows have no negative term that the text holds: for them the text is taken apart once. */
function statedFor(tokens: readonly Token[], negatives: readonly string[][]): Stated {
  const isHeld = tokens.some((_, at) => negatives.some((words) => startsAt(tokens, at, words)));
  if (isHeld) return statedBy(tokens, negatives);
  const known = statedOnce.get(tokens) ?? statedBy(tokens, []);
  statedOnce.set(tokens, known);
  return known;
}

/** How much of a row's best phrase a text holds; codes are not looked at. */
export interface TextMatch {
  coverage: number;
  score: number;
  method: Phrase['method'];
}

/** The best of name and synonyms of a row for a text, or `null` when not even a code could make it a candidate. */
export function textMatch(tokens: readonly Token[], row: ListRow, shell?: RuleShell): TextMatch | null {
  const { phrases, negatives } = preparedOf(row);
  const text = statedFor(tokens, negatives);
  const queryOf = ({ whole, denied }: Query): readonly Token[] =>
    denied ? (whole ? text.all : text.allContent) : whole ? text.stated : text.content;
  const best = phrases
    .map(({ tokens: own, method, against }): TextMatch => ({
      ...likeness(own, queryOf(against), shell),
      method,
    }))
    .reduce((a, b) => (b.score > a.score ? b : a), { coverage: 0, score: 0, method: 'name' });
  return best.coverage >= SUPPORTED_THRESHOLD ? best : null;
}

/** What a text match and the codes beside the name make of a row, or `null`: codes are support only. */
export function rowMatch(
  { coverage, score, method }: TextMatch,
  row: ListRow,
  codes: Codes,
): RowMatch | null {
  if (coverage >= COVERAGE_THRESHOLD) return { score, method };
  const support = supportOf(row, codes);
  return support ? { score, method: support } : null;
}
