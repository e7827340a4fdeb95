import { Temporal } from 'temporal-polyfill';
import { type CivilDate } from '#kernel';

/** For how long after its end an affiliation still is a conflict of interest. */
export const AFFILIATION_COUNTS_MONTHS = 24;

let latest: { today: CivilDate; end: CivilDate } | null = null;

/** The earliest last day of an affiliation that still counts on `today`; kept, since every request asks it for the same day. */
export function oldestCountingEnd(today: CivilDate): CivilDate {
  if (latest?.today === today) return latest.end;
  const end = Temporal.PlainDate.from(today).subtract({ months: AFFILIATION_COUNTS_MONTHS });
  latest = { today, end: end.toString() as CivilDate };
  return latest.end;
}
