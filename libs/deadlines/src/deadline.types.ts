import { type CivilDate, type RefusalDetails } from '#kernel';
import { type ProblemCode } from '#contracts';

export interface Duration {
  value: number;
  unit: 'working_day' | 'day';
}
/** A pause: the day on which it begins still counts, the days after it through `to` do not; `null` = still stopped. */
export interface Stop {
  from: CivilDate;
  to: CivilDate | null;
  reason?: string;
  /** How sure it is that this stop is allowed (the pack's word); absent = not in doubt. */
  verification?: string;
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
/** Where a calendar row comes from. */
export interface RowProvenance {
  name?: { vi: string; en: string };
  basis?: string;
  verification?: string;
}
export interface CalendarAnswer extends RowProvenance {
  date: CivilDate;
  working: boolean;
  /** `working` and `weekend` come from the week; the others from the row that beats it. */
  reason: 'working' | 'weekend' | CalendarDay['type'];
}
export interface ExplainedDay extends RowProvenance {
  date: CivilDate;
  counted: boolean;
  /** Ordinal of the counted day, 1-based; null when skipped. */
  ordinal: number | null;
  /** weekend | holiday | compensatory | swap_off | stopped | counted | swap_work | start | moved */
  reason: string;
  /** The stop that kept the day from counting; the first one where several overlap. */
  stop?: Stop;
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
/** A date that another calendar gives; `refusal` where the term cannot be computed at all. */
export interface AffectedClock {
  /** Place of the term in the list that was handed in. */
  index: number;
  oldDue: CivilDate | null;
  newDue: CivilDate | null;
  refusal?: { code: ProblemCode; details: RefusalDetails };
}
