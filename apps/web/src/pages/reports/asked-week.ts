import { isDay } from '../../format/format.js';

/** The days whose weeks can be asked for. */
export const FIRST_DAY = '2000-01-01';
export const LAST_DAY = '2099-12-31';

/** Whether a week can be made for a day. */
const isWithin = (day: string): boolean => isDay(day) && day >= FIRST_DAY && day <= LAST_DAY;

/**
 * The week that an address asks for by one of its days.
 * @param on what the address says; null where it says nothing
 * @returns the day, none for this week; `wrong` with what to show where there is no such week
 */
export function askedWeek(on: string | null): { day: string | undefined } | { wrong: string } {
  if (on === null) return { day: undefined };
  return isWithin(on) ? { day: on } : { wrong: isDay(on) ? on : '' };
}
