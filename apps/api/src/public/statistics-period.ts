import { type Period } from '#casework';
import { type CivilDate, civilDate, Refusal, yearOf } from '#kernel';
import { periodDays } from '#projects';

const MOST_YEARS = 10;
const monthOf = (day: CivilDate) => periodDays('month', day.slice(0, 7));

/**
 * The whole months that hold a period: figures of single days would tell what one dossier adds. Without days the year so
 * far. @throws Refusal `statistics_period_impossible` for a period that ends before it begins, or of more than ten years
 */
export function statisticsPeriod(from: CivilDate | null, to: CivilDate | null, today: CivilDate): Period {
  const last = to ?? (from !== null && from > today ? from : today);
  const first = from ?? civilDate(`${String(yearOf(last)).padStart(4, '0')}-01-01`);
  if (first > last || yearOf(last) - yearOf(first) > MOST_YEARS)
    throw new Refusal('statistics_period_impossible', { from: first, to: last, mostYears: MOST_YEARS });
  return { from: monthOf(first).from, to: monthOf(last).to };
}
