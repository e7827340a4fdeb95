import { type CivilDate, Refusal } from '#kernel';
import { requireDayCount, requireWithinReach } from './count-limits.js';
import { type CalendarAnswer, type CalendarDay, type RowProvenance } from './deadline.types.js';
import { fromEpochDay, isWeekend, toEpochDay } from './epoch-day.js';

/** Which days are worked: Monday to Friday, unless a published row says otherwise. Days are civil dates in Viet Nam. */
export interface WorkingCalendar {
  isWorkingDay(date: CivilDate): boolean;
  /** The same for an epoch day (days since 1970-01-01), for counts that walk many days. */
  isWorkingEpochDay(epochDay: number): boolean;
  /** The row that decides about an epoch day; `undefined` where the week decides. */
  rowOfEpochDay(epochDay: number): CalendarDay | undefined;
  /** Whether a day is worked, why, and with the row's name, basis and verification. */
  explainDay(date: CivilDate): CalendarAnswer;
  /** The `count`-th working day after `from`; `from` itself for 0. */
  addWorkingDays(from: CivilDate, count: number): CivilDate;
  /** The `count`-th working day before `from`; `from` itself for 0. */
  minusWorkingDays(from: CivilDate, count: number): CivilDate;
  /** Working days after `from` through `to`; negative when `to` lies before `from`. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number;
  /** The first working day after `date`, never `date` itself. */
  nextWorkingDay(date: CivilDate): CivilDate;
}

const ROW_TYPES: readonly string[] = ['holiday', 'compensatory', 'swap_off', 'swap_work'];

function indexRows(rows: readonly CalendarDay[]): Map<number, CalendarDay> {
  const byDay = new Map<number, CalendarDay>();
  for (const row of rows) {
    const day = toEpochDay(row.date);
    if (!ROW_TYPES.includes(row.type)) {
      throw new Refusal('calendar_row_unknown_type', { date: row.date, type: row.type });
    }
    const earlier = byDay.get(day);
    if (earlier) {
      throw new Refusal('calendar_rows_contradict', { date: row.date, types: [earlier.type, row.type] });
    }
    byDay.set(day, row);
  }
  return byDay;
}

/** Name, basis and verification of a row, without absent ones; empty where there is no row. */
export function provenanceOf(row: CalendarDay | undefined): RowProvenance {
  return {
    ...(row?.name && { name: row.name }),
    ...(row?.basis !== undefined && { basis: row.basis }),
    ...(row?.verification !== undefined && { verification: row.verification }),
  };
}

class RowCalendar implements WorkingCalendar {
  constructor(private readonly rows: ReadonlyMap<number, CalendarDay>) {}

  isWorkingEpochDay(epochDay: number): boolean {
    const row = this.rows.get(epochDay);
    return row ? row.type === 'swap_work' : !isWeekend(epochDay);
  }

  rowOfEpochDay(epochDay: number): CalendarDay | undefined {
    return this.rows.get(epochDay);
  }

  isWorkingDay(date: CivilDate): boolean {
    return this.isWorkingEpochDay(toEpochDay(date));
  }

  explainDay(date: CivilDate): CalendarAnswer {
    const day = toEpochDay(date);
    const row = this.rows.get(day);
    const ofTheWeek = isWeekend(day) ? 'weekend' : 'working';
    return {
      date,
      working: this.isWorkingEpochDay(day),
      reason: row?.type ?? ofTheWeek,
      ...provenanceOf(row),
    };
  }

  addWorkingDays(from: CivilDate, count: number): CivilDate {
    return this.step(from, count, 1);
  }

  minusWorkingDays(from: CivilDate, count: number): CivilDate {
    return this.step(from, count, -1);
  }

  nextWorkingDay(date: CivilDate): CivilDate {
    return this.step(date, 1, 1);
  }

  workingDaysBetween(from: CivilDate, to: CivilDate): number {
    const [first, last] = [toEpochDay(from), toEpochDay(to)];
    return first <= last ? this.countAfter(first, last) : 0 - this.countAfter(last, first);
  }

  private countAfter(first: number, last: number): number {
    let count = 0;
    for (let day = first + 1; day <= last; day += 1) if (this.isWorkingEpochDay(day)) count += 1;
    return count;
  }

  private step(from: CivilDate, count: number, direction: 1 | -1): CivilDate {
    requireDayCount(count, 'working_day', 0);
    const origin = toEpochDay(from);
    let day = origin;
    for (let left = count; left > 0;) {
      day += direction;
      requireWithinReach(origin, day);
      if (this.isWorkingEpochDay(day)) left -= 1;
    }
    return fromEpochDay(day);
  }
}

/**
 * A calendar from published rows. `holiday`, `compensatory` and `swap_off` beat weekdays, `swap_work` beats weekends.
 * Counts in it refuse with `duration_impossible` (negative, broken, above ten years) and, where rows leave no working
 * day within reach, with `clock_without_end`.
 * @throws Refusal `calendar_rows_contradict` for two rows on one day, equal or not; `calendar_row_unknown_type`;
 *   `impossible_value` for a day that does not exist.
 */
export const workingCalendar = (rows: readonly CalendarDay[]): WorkingCalendar =>
  new RowCalendar(indexRows(rows));
