import { enterpriseCode, foldedWords, investorNameKey, projectNameKey } from './project-keys.js';
import { NumberedTrigrams, similarityOf } from './trigrams.js';

/** What makes two entries look like one project. */
export type DuplicateReason =
  'same_name' | 'same_name_but_accents' | 'same_tax_code_similar_name' | 'same_investor_similar_name';
/** Of two names of one investor: this much alike is worth a look. */
export const SIMILAR_NAME = 0.45;

/** What duplicates are told by. */
export interface Named {
  name: string;
  investorName: string;
  investorTaxCode: string | null;
}
/** Two entries of one list that look like one project; `first` stands before `index` and is the likest such. */
export interface DuplicateWithin {
  index: number;
  first: number;
  reasons: DuplicateReason[];
  /** Of the folded names, 0 to 1. */
  similarity: number;
}

/** An entry prepared for comparison. */
export interface Comparable {
  nameKey: string;
  investorKey: string;
  enterprise: string | null;
  /** The name as it is written, but for case and blanks. */
  spelt: string;
  /** The name as it is written without accents. */
  folded: string;
}
export const comparableOf = ({ name, investorName, investorTaxCode }: Named): Comparable => ({
  nameKey: projectNameKey(name),
  investorKey: investorNameKey(investorName),
  enterprise: enterpriseCode(investorTaxCode),
  spelt: name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim(),
  folded: foldedWords(name),
});

/** Why two entries look like one project; none when they do not. `similarity` is that of their name keys. */
export function duplicateReasons(one: Comparable, other: Comparable, similarity: number): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (one.nameKey === other.nameKey) reasons.push(sameName(one, other));
  if (similarity < SIMILAR_NAME) return reasons;
  if (one.enterprise !== null && one.enterprise === other.enterprise)
    reasons.push('same_tax_code_similar_name');
  if (one.investorKey === other.investorKey) reasons.push('same_investor_similar_name');
  return reasons;
}

/** The same letters with other accents are told apart from the same name. */
const sameName = (one: Comparable, other: Comparable): DuplicateReason =>
  one.folded === other.folded && one.spelt !== other.spelt ? 'same_name_but_accents' : 'same_name';

/** With so many others that share a name, a tax code or an investor an entry is compared, the latest of them. */
export const COMPARED_AT_MOST = 300;

interface Earlier {
  entry: Comparable;
  trigrams: Uint32Array;
}

/**
 * Entries of one list that look like an earlier one of it, each with the likest. Linear in the list but for entries of
 * one investor, of which each is compared with the last three hundred before it; one pair an entry is kept, whatever the
 * list, so that thousands of similar names of one investor cost little time and less memory.
 */
export function duplicatesWithin(drafts: readonly Named[]): DuplicateWithin[] {
  const groups = new Map<string, number[]>();
  const numbering = new NumberedTrigrams();
  const seen: Earlier[] = [];
  const found: DuplicateWithin[] = [];
  for (const [index, draft] of drafts.entries()) {
    const entry = comparableOf(draft);
    const own = { entry, trigrams: numbering.of(entry.nameKey) };
    const pair = likestOf(index, own, before(groups, entry), seen);
    if (pair) found.push(pair);
    seen.push(own);
    for (const key of keysOf(entry))
      groups.set(key, [...(groups.get(key) ?? []), index].slice(-COMPARED_AT_MOST));
  }
  return found;
}

/** The entry of a list that a draft looks like, the likest one; null when it looks like none. Linear in the list. */
export function likestAmong<Entry extends Named>(entries: readonly Entry[], draft: Named): Entry | null {
  const keys = new Set(keysOf(comparableOf(draft)));
  const near = entries
    .filter((entry) => keysOf(comparableOf(entry)).some((key) => keys.has(key)))
    .slice(-COMPARED_AT_MOST);
  const pair = duplicatesWithin([...near, draft]).find(({ index }) => index === near.length);
  return near[pair?.first ?? -1] ?? null;
}

/** The first of the likest earlier entries; null when it looks like none. */
function likestOf(
  index: number,
  { entry, trigrams }: Earlier,
  candidates: readonly number[],
  seen: readonly Earlier[],
): DuplicateWithin | null {
  let likest: DuplicateWithin | null = null;
  for (const first of candidates) {
    const earlier = seen[first];
    if (earlier === undefined) continue;
    const similarity = similarityOf(trigrams, earlier.trigrams);
    if (likest && similarity <= likest.similarity) continue;
    const reasons = duplicateReasons(entry, earlier.entry, similarity);
    if (reasons.length > 0) likest = { index, first, reasons, similarity };
  }
  return likest;
}

const keysOf = ({ nameKey, investorKey, enterprise }: Comparable): string[] => [
  `name:${nameKey}`,
  `investor:${investorKey}`,
  ...(enterprise === null ? [] : [`tax:${enterprise}`]),
];

const before = (groups: ReadonlyMap<string, number[]>, entry: Comparable): number[] =>
  [...new Set(keysOf(entry).flatMap((key) => groups.get(key) ?? []))].sort((a, b) => a - b);
