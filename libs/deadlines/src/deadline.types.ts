import { type CivilDate } from '#kernel';

export interface Duration {
  value: number;
  unit: 'working_day' | 'day';
}
/** A pause: the day on which it begins still counts, the days after it through `to` do not; `null` = still stopped. */
export interface Stop {
  from: CivilDate;
  to: CivilDate | null;
  reason?: string;
}
export interface CalendarDay {
  date: string;
  type: 'holiday' | 'compensatory' | 'swap_off' | 'swap_work';
  name?: { vi: string; en: string };
  basis?: string;
  verification?: string;
}
/** A clock as data: everything that is needed to compute and to explain its date. */
export interface ClockTerm {
  /** The day of the event that starts it; counting begins on the next day. */
  start: CivilDate;
  duration: Duration;
  stops: readonly Stop[];
  /** Added once where allowed, in the clock's own unit. */
  extensionDays?: number;
}
export interface ExplainedDay {
  date: CivilDate;
  counted: boolean;
  /** Ordinal of the counted day, 1-based; null when skipped. */
  ordinal: number | null;
  /** weekend | holiday | compensatory | swap_off | stopped | counted | swap_work | start | moved */
  reason: string;
  name?: { vi: string; en: string };
  basis?: string;
  verification?: string;
}
export interface Explanation {
  start: CivilDate;
  duration: Duration;
  extensionDays: number;
  dueOn: CivilDate | null;
  /** From the start day to the due day, or to `asOf` while the clock stands. */
  days: ExplainedDay[];
}
export interface Warning {
  percent: 50 | 75 | 90;
  on: CivilDate;
}
