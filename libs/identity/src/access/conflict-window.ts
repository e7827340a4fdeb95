import { Temporal } from 'temporal-polyfill';
import { type CivilDate } from '#kernel';

/** For how long after its end an affiliation still is a conflict of interest. */
export const AFFILIATION_COUNTS_MONTHS = 24;

/** The earliest last day of an affiliation that still counts on `today`. */
export const oldestCountingEnd = (today: CivilDate): CivilDate =>
  Temporal.PlainDate.from(today).subtract({ months: AFFILIATION_COUNTS_MONTHS }).toString() as CivilDate;
