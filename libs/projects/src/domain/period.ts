import { addDays, type CivilDate, civilDate } from '#kernel';

export type PeriodGrouping = 'month' | 'quarter' | 'year';

/** First and last day of a period: `2026-03`, `2026-Q1` or `2026`. */
export function periodDays(by: PeriodGrouping, key: string): { from: CivilDate; to: CivilDate } {
  const year = Number(key.slice(0, 4));
  const first = by === 'year' ? 1 : by === 'quarter' ? Number(key.slice(6)) * 3 - 2 : Number(key.slice(5));
  const months = by === 'year' ? 12 : by === 'quarter' ? 3 : 1;
  return { from: firstOf(year, first), to: lastOf(year, first + months - 1) };
}

/** The year after 9999 has no civil date to count back from. */
const lastOf = (year: number, month: number): CivilDate =>
  month === 12 ? addDays(firstOf(year, 12), 30) : addDays(firstOf(year, month + 1), -1);

const firstOf = (year: number, month: number): CivilDate =>
  civilDate(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
