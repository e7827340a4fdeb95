import { type MeasuredPct } from '#contracts';
import { type Row } from './decision-engine.js';

/** Sums of decimals such as 85.3 - 0.3 must give 85 and not 84.99999999999999: six decimals, as the facts allow. */
export const atSixDecimals = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * `name`, `nameLow`, `nameHigh` for a table: the value and its interval [value - u, value + u] in points.
 * An unknown value gives three `null`s. A declaration without uncertainty is taken at its word.
 */
export function intervalRow(name: string, measured: MeasuredPct | undefined): Row {
  if (!measured) return { [name]: null, [`${name}Low`]: null, [`${name}High`]: null };
  const { value, uncertainty = 0 } = measured;
  return {
    [name]: value,
    [`${name}Low`]: atSixDecimals(value - uncertainty),
    [`${name}High`]: atSixDecimals(value + uncertainty),
  };
}

/** The remark on a measured or declared value whose uncertainty nobody stated: it is taken at its word. */
export const vagueness = (...values: (MeasuredPct | undefined)[]): string[] =>
  values.some((measured) => measured && measured.uncertainty === undefined) ? ['uncertainty_not_stated'] : [];
