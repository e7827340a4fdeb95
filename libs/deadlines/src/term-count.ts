import { Refusal } from '#kernel';
import { LONGEST_TERM_DAYS, requireDayCount, requireWithinReach } from './count-limits.js';
import { type ClockTerm, type Stop } from './deadline.types.js';
import { toEpochDay } from './epoch-day.js';
import { type WorkingCalendar } from './working-calendar.js';

/** A stop as the epoch days that it keeps from counting: `after` exclusive, `through` inclusive, Infinity while open. */
export interface StoppedSpan {
  after: number;
  through: number;
  stop: Stop;
}
/** A checked term in integers; everything that counts days works on this. */
export interface TermCount {
  start: number;
  /** Duration and extension, in the unit of the term. */
  total: number;
  restDaysCount: boolean;
  spans: readonly StoppedSpan[];
  calendar: WorkingCalendar;
}

function spanOf(stop: Stop, start: number): StoppedSpan {
  const after = toEpochDay(stop.from);
  const through = stop.to === null ? Number.POSITIVE_INFINITY : toEpochDay(stop.to);
  if (after < start) throw new Refusal('stop_before_start', { from: stop.from });
  if (through < after) throw new Refusal('stop_reversed', { from: stop.from, to: stop.to });
  return { after, through, stop };
}

function totalDays(term: ClockTerm): number {
  const { value, unit } = term.duration;
  const extension = term.extensionDays ?? 0;
  if (unit !== 'working_day' && unit !== 'day') throw new Refusal('duration_impossible', { value, unit });
  requireDayCount(value, unit, 1);
  if (!Number.isInteger(extension) || extension < 0 || value + extension > LONGEST_TERM_DAYS) {
    throw new Refusal('extension_impossible', { extensionDays: extension, most: LONGEST_TERM_DAYS - value });
  }
  return value + extension;
}

/**
 * Checks a term and turns it into integers.
 * @throws Refusal `duration_impossible`, `extension_impossible`, `stop_before_start`, `stop_reversed`,
 *   `impossible_value` (a day that does not exist).
 */
export function termCount(term: ClockTerm, calendar: WorkingCalendar): TermCount {
  const start = toEpochDay(term.start);
  return {
    start,
    total: totalDays(term),
    restDaysCount: term.duration.unit === 'day',
    spans: term.stops.map((stop) => spanOf(stop, start)),
    calendar,
  };
}

/** The span that keeps an epoch day from counting, if any. */
export const stoppedBy = (count: TermCount, day: number): StoppedSpan | undefined =>
  count.spans.find((span) => day > span.after && day <= span.through);

/** Whether an epoch day after the start counts towards the term. */
export const isCountable = (count: TermCount, day: number): boolean =>
  (count.restDaysCount || count.calendar.isWorkingEpochDay(day)) && stoppedBy(count, day) === undefined;

/** The epoch day on which the oldest open stop began; Infinity when the clock is not standing. */
export const standsSince = (count: TermCount): number =>
  count.spans.reduce((day, span) => (span.through === Infinity ? Math.min(day, span.after) : day), Infinity);

/** First day from `from` on that satisfies `wanted`; null when an open stop comes first. */
function firstDay(count: TermCount, from: number, wanted: (day: number) => boolean): number | null {
  const lastRunning = standsSince(count);
  for (let day = from; day <= lastRunning; day += 1) {
    requireWithinReach(count.start, day);
    if (wanted(day)) return day;
  }
  return null;
}

/** The epoch day of the n-th counted day; null when the clock stands before it. */
export function countedDay(count: TermCount, n: number): number | null {
  let ordinal = 0;
  return firstDay(count, count.start + 1, (day) => isCountable(count, day) && (ordinal += 1) === n);
}

/**
 * The epoch day on which the term ends. A last day that is a rest day moves on to a day that is worked and not
 * stopped. An open stop that began on or before that day leaves no date: a stopped clock never runs out.
 */
export function dueDay(count: TermCount): number | null {
  const last = countedDay(count, count.total);
  if (last === null) return null;
  const canEnd = (day: number): boolean =>
    count.calendar.isWorkingEpochDay(day) && stoppedBy(count, day) === undefined;
  const due = firstDay(count, last, canEnd);
  return due === null || standsSince(count) <= due ? null : due;
}

/** Counted days after the start through `on` (epoch day), at most the whole term. */
export function countedThrough(count: TermCount, on: number): number {
  const last = Math.min(on, standsSince(count));
  let counted = 0;
  for (let day = count.start + 1; day <= last && counted < count.total; day += 1) {
    requireWithinReach(count.start, day);
    if (isCountable(count, day)) counted += 1;
  }
  return counted;
}
