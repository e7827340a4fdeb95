/** A share as it can be checked: both numbers, and a percentage that is cut off, so that only all is 100. */
export interface Ratio {
  numerator: number;
  denominator: number;
  /** Two decimals, cut off: `99.99` where one of ten thousand is missing. */
  percent: string;
}

/** The share of `numerator` in `denominator`; null when there is nothing of which it could be a share. */
export function ratioOf(numerator: number, denominator: number): Ratio | null {
  if (denominator === 0) return null;
  const hundredths = Math.floor((numerator * 10_000) / denominator);
  const percent = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
  return { numerator, denominator, percent };
}
