import { Temporal } from 'temporal-polyfill';
import { Refusal } from './refusal.js';

declare const civil: unique symbol;
/** A calendar day in Viet Nam, `yyyy-MM-dd`; never an instant. */
export type CivilDate = string & { readonly [civil]: true };

/** The one zone in which the province counts its days. */
export const CIVIL_ZONE = 'Asia/Ho_Chi_Minh';

/** Tells whether a text is a day that exists, `yyyy-MM-dd`. */
export function isCivilDate(text: unknown): text is CivilDate {
  // There is no year 0: Temporal counts it, the database does not.
  if (typeof text !== 'string' || !/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** Reads `yyyy-MM-dd`. @throws Refusal `impossible_value` when the day does not exist. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Refusal('impossible_value', { value: text, rule: 'civil_date' });
  return text;
}

const QUARTER_OF_AN_HOUR = 900_000;
let latest: { quarter: number; day: CivilDate } | null = null;

/** The Vietnamese day on which an instant falls. */
export function civilDateOf(instant: Date): CivilDate {
  // Requests ask it again and again for now; since 1970 the zone has stood at whole hours, so no day ends within a quarter.
  const quarter = Math.floor(instant.getTime() / QUARTER_OF_AN_HOUR);
  if (quarter >= 0 && latest?.quarter === quarter) return latest.day;
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(CIVIL_ZONE);
  const day = zoned.toPlainDate().toString() as CivilDate;
  latest = { quarter, day };
  return day;
}

/** The instant at `hour`:00 of a day in Viet Nam. */
export function instantAt(date: CivilDate, hour = 0): Date {
  const time = Temporal.PlainTime.from({ hour });
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: CIVIL_ZONE, plainTime: time });
  return new Date(zoned.epochMilliseconds);
}

/** `date` plus a number of calendar days (negative: back). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as CivilDate;
}

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** ISO day of the week, Monday = 1 … Sunday = 7. */
export const weekday = (date: CivilDate): number => Temporal.PlainDate.from(date).dayOfWeek;

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));

/** `dd/MM/yyyy`, as Vietnamese letters write a day. */
export const formatCivilDate = (date: CivilDate): string => date.split('-').reverse().join('/');

export const earlierOf = (a: CivilDate, b: CivilDate): CivilDate => (a <= b ? a : b);
export const laterOf = (a: CivilDate, b: CivilDate): CivilDate => (a >= b ? a : b);
