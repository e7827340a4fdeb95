import { addDays, type CivilDate, civilDate } from '#kernel';

const BEFORE_1900 = civilDate('1899-12-31');
const SINCE_1904 = civilDate('1904-01-01');
/** Excel believes that 1900 was a leap year; this day never was. */
const LEAP_DAY_OF_1900 = 60;
/** 2199-12-31 of the later count; nothing that is registered lies behind it. */
const LAST = 109_573;

/** The day of a spreadsheet's day number, its time of day left out; null when there is no such day. */
export function dayOfSerial(serial: number, since1904: boolean): CivilDate | null {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < 0 || days > LAST) return null;
  if (since1904) return addDays(SINCE_1904, days);
  if (days === 0 || days === LEAP_DAY_OF_1900) return null;
  return addDays(BEFORE_1900, days > LEAP_DAY_OF_1900 ? days - 1 : days);
}
