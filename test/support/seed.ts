/** The seed of a run in which nobody asked for another: what is found today is found tomorrow. */
const USUAL = 20260715;

/**
 * The seed of all generated cases: `SEED=7` plays other cases, `SEED=random` others each time; without it they are
 * always the same, so that a rare find turns no unrelated change red. It is printed with every failure.
 */
export function seedOf(asked = process.env['SEED']): number {
  if (asked === undefined || asked === '') return USUAL;
  const seed = asked === 'random' ? Date.now() % 2 ** 31 : Number(asked);
  if (!Number.isInteger(seed)) throw new Error(`SEED is a whole number or "random", not ${asked}`);
  return seed;
}

/** How a property draws its cases: `usual` of them, more with `RUNS=` (never fewer), from the seed of all generated cases. */
export function drawn(usual = 100, asked = process.env['RUNS']): { numRuns: number; seed: number } {
  const more = Number(asked ?? 0);
  if (!Number.isInteger(more)) throw new Error(`RUNS is a whole number, not ${asked}`);
  return { numRuns: Math.max(usual, more), seed: seedOf() };
}
