/** How often a value was seen. */
export interface Weighted {
  value: number;
  count: number;
}

/**
 * The smallest value that at least `share` (0 to 1) of all values do not exceed (nearest rank): always a value that was
 * really seen. Null where nothing was.
 */
export function percentile(values: readonly Weighted[], share: number): number | null {
  const sorted = [...values].filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= rank) return value;
  }
  return null;
}
