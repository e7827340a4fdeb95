/** A count of people or dossiers below this is not told, unless it is zero: behind zero there is nobody. */
export const FEWEST_TOLD = 3;
const isSmall = (count: number): boolean => count > 0 && count < FEWEST_TOLD;

/** The parts of a whole as they may be told; null: not told. */
export interface ToldCounts {
  counts: (number | null)[];
  total: number | null;
}

/**
 * Leaves out what is too small to be told, and as much more as keeps anybody from subtracting it from the total: the
 * smallest parts that could be told, or the total where all of it is small. Our own convention, no law sets the number.
 */
export function toldCounts(counts: readonly number[]): ToldCounts {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!counts.some(isSmall)) return { counts: [...counts], total };
  const large = counts.filter((count) => count >= FEWEST_TOLD);
  const smallest = Math.min(...large);
  const isTold = (count: number) => count === 0 || (count >= FEWEST_TOLD && count > smallest);
  return {
    counts: counts.map((count) => (isTold(count) ? count : null)),
    total: large.length === 0 ? null : total,
  };
}

/** One count that is no part of a whole. */
export const toldCount = (count: number): number | null => (isSmall(count) ? null : count);
