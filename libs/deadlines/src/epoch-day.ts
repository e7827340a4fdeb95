import { type CivilDate, Refusal } from '#kernel';

/**
 * Days as integers since 1970-01-01: a count over 100 000 dossiers walks some million days, and an integer step
 * costs a thousandth of a calendar object. Pure arithmetic of the Gregorian calendar (era of 400 years), no zone.
 */
const DAYS_PER_ERA = 146_097;
const EPOCH_OFFSET = 719_468;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

function yearOfEra(dayOfEra: number): number {
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  return Math.floor((dayOfEra - leapDays) / 365);
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const FIRST_DAY = daysFromCivil(0, 1, 1);
const LAST_DAY = daysFromCivil(9999, 12, 31);

/** Days since 1970-01-01 (negative before it). @throws Refusal `impossible_value` when the day does not exist. */
export function toEpochDay(date: string): number {
  const read = SHAPE.test(date)
    ? daysFromCivil(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)))
    : Number.NaN;
  if (!(read >= FIRST_DAY && read <= LAST_DAY) || fromEpochDay(read) !== date) {
    throw new Refusal('impossible_value', { value: date, rule: 'civil_date' });
  }
  return read;
}

/** The civil date of an epoch day. @throws Refusal `clock_without_end` outside the years 0000-9999. */
export function fromEpochDay(epochDay: number): CivilDate {
  if (epochDay < FIRST_DAY || epochDay > LAST_DAY) throw new Refusal('clock_without_end', { epochDay });
  const era = Math.floor((epochDay + EPOCH_OFFSET) / DAYS_PER_ERA);
  const dayOfEra = epochDay + EPOCH_OFFSET - era * DAYS_PER_ERA;
  const ofEra = yearOfEra(dayOfEra);
  const dayOfYear = dayOfEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return `${padded(ofEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${padded(month, 2)}-${padded(day, 2)}` as CivilDate;
}

/** Saturday or Sunday: the weekly rest days of state agencies (domain section 7.6). */
export const isWeekend = (epochDay: number): boolean => (((epochDay + 3) % 7) + 7) % 7 >= 5;
