/** A share as it can be checked: both numbers, and a percentage that is rounded, but so that only all is 100. */
export interface Ratio {
  numerator: number;
  denominator: number;
  /** Two decimals, rounded; never more than `99.99` where anything is missing. */
  percent: string;
}

/** The share of `numerator` in `denominator`; null when there is nothing of which it could be a share. */
export function ratioOf(numerator: number, denominator: number): Ratio | null {
  if (denominator === 0) return null;
  const rounded = Math.round((numerator * 10_000) / denominator);
  const hundredths = numerator < denominator ? Math.min(rounded, 9_999) : rounded;
  const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
  return { numerator, denominator, percent };
}
