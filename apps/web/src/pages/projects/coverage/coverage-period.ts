import { COVERAGE_GROUPINGS, type CoverageGrouping, type DateBasis } from '#contracts';

export const PERIODS = ['all', 'year', 'quarter', 'lastYear', 'chosen'] as const;
export type PeriodName = (typeof PERIODS)[number];
/** What the page of coverage asks, as it stands in the address; empty days where there is no bound. */
export interface CoverageQuestion {
  period: PeriodName;
  from: string;
  to: string;
  dateBasis: DateBasis;
  by: CoverageGrouping | null;
}
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTHS = 12;
const MONTHS_OF_QUARTER = 3;

/** The days of a period that a word means on a day. */
export function daysOf(period: PeriodName, today: string): { from: string; to: string } {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const first = Math.floor((month - 1) / MONTHS_OF_QUARTER) * MONTHS_OF_QUARTER + 1;
  switch (period) {
    case 'year':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'quarter':
      return { from: `${year}-${two(first)}-01`, to: lastDay(year, first + MONTHS_OF_QUARTER - 1) };
    default:
      return { from: '', to: '' };
  }
}
const two = (number: number): string => String(number).padStart(2, '0');
/** The last day of a month: the one before the first of the next. */
const lastDay = (year: number, month: number): string =>
  new Date(Date.UTC(year + Math.floor(month / MONTHS), month % MONTHS, 0)).toISOString().slice(0, 10);

/** Reads the question of an address; days win over a word. */
export function readQuestion(params: URLSearchParams, today: string): CoverageQuestion {
  const day = (name: string) => (DAY.test(params.get(name) ?? '') ? (params.get(name) ?? '') : '');
  const [from, to] = [day('from'), day('to')];
  const word = PERIODS.find((one) => one === params.get('period')) ?? 'all';
  const period = from !== '' || to !== '' ? 'chosen' : word;
  return {
    period,
    ...(period === 'chosen' ? { from, to } : daysOf(period, today)),
    dateBasis: params.get('dateBasis') === 'decided' ? 'decided' : 'registered',
    by: COVERAGE_GROUPINGS.find((one) => one === params.get('by')) ?? null,
  };
}

/** The address of a question; what is usual is left out. */
export function writeQuestion({ period, from, to, dateBasis, by }: CoverageQuestion): URLSearchParams {
  const params = new URLSearchParams();
  if (period !== 'all' && period !== 'chosen') params.set('period', period);
  if (period === 'chosen') {
    if (from === '' && to === '') params.set('period', period);
    if (from !== '') params.set('from', from);
    if (to !== '') params.set('to', to);
  }
  if (dateBasis !== 'registered') params.set('dateBasis', dateBasis);
  if (by !== null) params.set('by', by);
  return params;
}

/** The query of the API for a question, without its grouping: that of the figures of refusals, and of lists. */
export const filterOf = ({ from, to, dateBasis }: CoverageQuestion): Record<string, string> => ({
  ...(dateBasis !== 'registered' && { dateBasis }),
  ...(from !== '' && { from }),
  ...(to !== '' && { to }),
});
