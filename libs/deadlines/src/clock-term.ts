import { type CivilDate } from '#kernel';
import { type ClockTerm } from './deadline.types.js';
import { fromEpochDay } from './epoch-day.js';
import { dueDay, termCount } from './term-count.js';
import { type WorkingCalendar } from './working-calendar.js';

/**
 * The day through whose end a term runs, as a civil date in Viet Nam; `null` while it stands still.
 *
 * - The start day is never counted (Civil Code 2015 art. 147). Duration and extension are counted in the unit of
 *   the term: `working_day` by the calendar, `day` every day.
 * - A last day that is a rest day moves on to the next working day (art. 148); a swapped-in Saturday is worked and
 *   does not move.
 * - The day on which a stop begins counts, the days after it through its `to` do not; overlapping stops count once.
 * - An open stop gives `null` unless the term had run out before the stop began.
 *
 * @throws Refusal `duration_impossible`, `extension_impossible`, `stop_before_start`, `stop_reversed`,
 *   `impossible_value`, and `clock_without_end` where no such day lies within reach.
 */
export function computeDue(term: ClockTerm, calendar: WorkingCalendar): CivilDate | null {
  const due = dueDay(termCount(term, calendar));
  return due === null ? null : fromEpochDay(due);
}
