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
