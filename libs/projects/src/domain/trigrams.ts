/** The trigrams of a folded text, as pg_trgm makes them: each word with two blanks before and one after. */
export function trigramsOf(folded: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded.split(' ').filter(Boolean)) {
    const letters = Array.from(`  ${word} `);
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''));
  }
  return found;
}

/** Share of trigrams that two texts have in common, 0 to 1: `similarity` of pg_trgm on folded words. */
export function similarityOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const trigram of small) if (large.has(trigram)) shared += 1;
  return shared / (one.size + other.size - shared);
}
