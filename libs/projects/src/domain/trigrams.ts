/** The trigrams of a folded text, as pg_trgm makes them: each word with two blanks before and one after. */
function trigramsOf(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.split(' ').filter(Boolean)) {
    const letters = Array.from(`  ${word} `);
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/** Trigrams as ascending numbers, each with its own number, so that thousands of pairs are compared in no time. */
export class NumberedTrigrams {
  private readonly numbers = new Map<string, number>();

  of(folded: string): Uint32Array {
    const found = [...trigramsOf(folded)].map((trigram) => this.numberOf(trigram));
    return Uint32Array.from(found).sort();
  }

  private numberOf(trigram: string): number {
    const known = this.numbers.get(trigram);
    if (known !== undefined) return known;
    this.numbers.set(trigram, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/**
 * Share of trigrams that two texts have in common, 0 to 1: `similarity` of pg_trgm on folded words. Both are ascending
 * numbers of one numbering.
 */
export function similarityOf(one: Uint32Array, other: Uint32Array): number {
  if (one.length === 0 || other.length === 0) return 0;
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return shared / (one.length + other.length - shared);
}
