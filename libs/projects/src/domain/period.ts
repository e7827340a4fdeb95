import { addDays, type CivilDate, civilDate } from '#kernel';

export type PeriodGrouping = 'month' | 'quarter' | 'year';

/** First and last day of a period: `2026-03`, `2026-Q1` or `2026`. */
export function periodDays(by: PeriodGrouping, key: string): { from: CivilDate; to: CivilDate } {
  const year = Number(key.slice(0, 4));
  const first = by === 'year' ? 1 : by === 'quarter' ? Number(key.slice(6)) * 3 - 2 : Number(key.slice(5));
  const months = by === 'year' ? 12 : by === 'quarter' ? 3 : 1;
  const next = first + months > 12 ? firstOf(year + 1, 1) : firstOf(year, first + months);
  return { from: firstOf(year, first), to: addDays(next, -1) };
}

const firstOf = (year: number, month: number): CivilDate =>
  civilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
