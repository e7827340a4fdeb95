/** A period of whole months, as civil dates; absent where the API is to choose. */
export interface Period {
  from: string;
  to: string;
}
export const PRESETS = ['year', 'quarter', 'lastYear'] as const;
export type Preset = (typeof PRESETS)[number];

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MONTHS_OF_QUARTER = 3;
const two = (number: number): string => String(number).padStart(2, '0');
/** First day of a month that lies some months before another one. */
function monthBefore(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;
}

/** The period that a word means on a day; the API widens both days to whole months. @param today civil date */
export function periodOf(preset: Preset, today: string): Period {
  const year = Number(today.slice(0, 4));
  if (preset === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  if (preset === 'year') return { from: `${year}-01-01`, to: today };
  return { from: monthBefore(today, MONTHS_OF_QUARTER - 1), to: today };
}

/**
 * The period that the months of an address mean, as the API takes it; it refuses one that cannot be.
 * @returns null without months; `no_months` where one of them is none
 */
export function addressedPeriod(
  from: string | null,
  to: string | null,
): Partial<Period> | 'no_months' | null {
  if (from === null && to === null) return null;
  if ([from, to].some((month) => month !== null && !MONTH.test(month))) return 'no_months';
  return { ...(from !== null && { from: `${from}-01` }), ...(to !== null && { to: `${to}-01` }) };
}

/** The period between two months `yyyy-MM`; null where one is not a month or they are in the wrong order. */
export function periodBetween(from: string, to: string): Period | null {
  if (!MONTH.test(from) || !MONTH.test(to) || from > to) return null;
  return { from: `${from}-01`, to: `${to}-01` };
}
