import { type CivilDate } from '#kernel';
import { type ClockTerm, type Warning } from './deadline.types.js';
import { fromEpochDay, toEpochDay } from './epoch-day.js';
import { countedDay, countedThrough, dueDay, stoppedBy, type TermCount, termCount } from './term-count.js';
import { type WorkingCalendar } from './working-calendar.js';

const WARNING_PERCENTS = [50, 75, 90] as const;

/**
 * The days on which the warnings of a term fire: the first counted day n with n / total >= p, extension included
 * (of 7 days: days 4, 6 and 7). Short terms put several warnings on one day. A warning that an open stop keeps from
 * being reached is left out until the stop ends; call again whenever stops or extensions change.
 * @throws Refusal as `computeDue` does.
 */
export function planWarnings(term: ClockTerm, calendar: WorkingCalendar): Warning[] {
  const count = termCount(term, calendar);
  return WARNING_PERCENTS.flatMap((percent) => {
    const day = countedDay(count, Math.ceil((count.total * percent) / 100));
    return day === null ? [] : [{ percent, on: fromEpochDay(day) }];
  });
}

/**
 * Counted days of the term after its start through `on`, in its own unit; 0 before the start, never more than the
 * whole term with its extension.
 * @throws Refusal as `computeDue` does.
 */
export function elapsedDays(term: ClockTerm, calendar: WorkingCalendar, on: CivilDate): number {
  return countedThrough(termCount(term, calendar), toEpochDay(on));
}

/** Whether the clock stands still on a day: never on the day on which the stop begins, always on that of its end. */
export function isStopped(term: ClockTerm, calendar: WorkingCalendar, on: CivilDate): boolean {
  return stoppedBy(termCount(term, calendar), toEpochDay(on)) !== undefined;
}

function daysLate(count: TermCount, on: number): number {
  const due = dueDay(count);
  if (due === null || on <= due || stoppedBy(count, on)) return 0;
  let late = 0;
  for (let day = due + 1; day <= on; day += 1) {
    const counts = count.restDaysCount || count.calendar.isWorkingEpochDay(day);
    if (counts && !stoppedBy(count, day)) late += 1;
  }
  return Math.max(late, 1);
}

/**
 * Whether the term has run out before `on`. Everything done on the due day, the moved one included, is in time.
 * Never while the clock is stopped on `on`; a stop that begins after the due day only hides the overrun until it ends.
 * @throws Refusal as `computeDue` does.
 */
export function isOverdue(term: ClockTerm, calendar: WorkingCalendar, on: CivilDate): boolean {
  return daysLate(termCount(term, calendar), toEpochDay(on)) > 0;
}

/**
 * Days left after `on`, in the unit of the term: the whole term before its start, 0 on the last day and on the rest
 * days it moves over. Negative exactly when overdue: minus the days since the due day, at least -1.
 * @throws Refusal as `computeDue` does.
 */
export function remainingDays(term: ClockTerm, calendar: WorkingCalendar, on: CivilDate): number {
  const count = termCount(term, calendar);
  const late = daysLate(count, toEpochDay(on));
  return late > 0 ? 0 - late : count.total - countedThrough(count, toEpochDay(on));
}
