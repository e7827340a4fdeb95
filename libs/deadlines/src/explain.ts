import { type CivilDate, Refusal } from '#kernel';
import { LONGEST_WALK_DAYS } from './count-limits.js';
import { type ClockTerm, type ExplainedDay, type Explanation } from './deadline.types.js';
import { fromEpochDay, toEpochDay } from './epoch-day.js';
import { dueDay, standsSince, stoppedBy, type TermCount, termCount } from './term-count.js';
import { provenanceOf, type WorkingCalendar } from './working-calendar.js';

const restReason = (count: TermCount, day: number): string =>
  count.calendar.rowOfEpochDay(day)?.type ?? 'weekend';

function skippedReason(count: TermCount, day: number, used: number): string | null {
  if (stoppedBy(count, day)) return 'stopped';
  const worked = count.calendar.isWorkingEpochDay(day);
  if (used === count.total) return worked ? 'moved' : restReason(count, day);
  return worked || count.restDaysCount ? null : restReason(count, day);
}

const countedReason = (count: TermCount, day: number): string =>
  count.calendar.rowOfEpochDay(day)?.type === 'swap_work' ? 'swap_work' : 'counted';

function explainedDay(count: TermCount, day: number, used: number): ExplainedDay {
  const skipped = skippedReason(count, day, used);
  const span = stoppedBy(count, day);
  return {
    date: fromEpochDay(day),
    counted: skipped === null,
    ordinal: skipped === null ? used + 1 : null,
    reason: skipped ?? countedReason(count, day),
    ...provenanceOf(count.calendar.rowOfEpochDay(day)),
    ...(span && { stop: span.stop }),
  };
}

function explainedDays(count: TermCount, last: number): ExplainedDay[] {
  const row = provenanceOf(count.calendar.rowOfEpochDay(count.start));
  const days: ExplainedDay[] = [
    { date: fromEpochDay(count.start), counted: false, ordinal: null, reason: 'start', ...row },
  ];
  let used = 0;
  for (let day = count.start + 1; day <= last; day += 1) {
    const explained = explainedDay(count, day, used);
    used = explained.ordinal ?? used;
    days.push(explained);
  }
  return days;
}

function lastShown(count: TermCount, asOf: CivilDate | undefined): number {
  const due = dueDay(count);
  if (due !== null) return due;
  const last = Math.max(standsSince(count), asOf === undefined ? -Infinity : toEpochDay(asOf));
  if (last - count.start > LONGEST_WALK_DAYS) throw new Refusal('clock_without_end', { asOf });
  return last;
}

/**
 * Why a term ends when it ends: every day from the start to the due day, counted or skipped, with the reason and
 * the calendar row's name, basis and verification. The number of counted days is the term, the last day the due day.
 * A `day` term that moved shows its last counted day, the rest days after it and the day it moved to (`moved`).
 * While the clock stands, the days run through `asOf` (civil date in Viet Nam), or through the day on which the open
 * stop began where `asOf` is absent or earlier.
 * @throws Refusal as `computeDue` does; `clock_without_end` also for an `asOf` out of reach.
 */
export function explainClock(term: ClockTerm, calendar: WorkingCalendar, asOf?: CivilDate): Explanation {
  const count = termCount(term, calendar);
  const due = dueDay(count);
  return {
    start: term.start,
    duration: term.duration,
    extensionDays: term.extensionDays ?? 0,
    dueOn: due === null ? null : fromEpochDay(due),
    days: explainedDays(count, lastShown(count, asOf)),
  };
}
