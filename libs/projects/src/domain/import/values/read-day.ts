import { type CivilDate, isCivilDate } from '#kernel';
import { type CellValue } from '../table/table.types.js';
import { cleanText } from './clean-text.js';
import { dayOfSerial } from './serial-day.js';

/** How the column of a day is to be read. */
export interface DayReading {
  since1904: boolean;
  /** Some text of the column only makes sense as month/day: then no text of it is sure. */
  monthFirstSeen: boolean;
}
export type DayFault =
  | 'date_not_readable'
  | 'date_impossible'
  | 'date_incomplete'
  | 'date_two_digit_year'
  | 'date_order_uncertain';
export type ReadDay = { day: CivilDate } | { fault: DayFault };

/** Day numbers of 1950 to 2100; a smaller or larger number is a year or something else. */
const SERIALS = { from: 18_264, to: 73_415 };
const DAY_FIRST = /^(?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/i;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const TWO_DIGIT_YEAR = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/;
const INCOMPLETE = /^(?:(?:năm )?\d{4}|(?:tháng )?\d{1,2}[/.-]\d{4}|(?:quý|q) ?[1-4IVX]+[/. -]?\d{4})$/i;

/** Reads a day from a cell, day before month as Vietnam writes it. What could be two days is a fault, never a guess. */
export function readDay(value: CellValue, reading: DayReading): ReadDay {
  if (value.kind === 'date') return value.date === null ? { fault: 'date_impossible' } : { day: value.date };
  if (value.kind === 'number') return dayOfNumber(value.number, reading);
  if (value.kind === 'text') return dayOfText(cleanText(value.text), reading);
  return { fault: 'date_not_readable' };
}

function dayOfNumber(number: number, { since1904 }: DayReading): ReadDay {
  if (number >= 1900 && number <= 2100) return { fault: 'date_incomplete' };
  if (number < SERIALS.from || number > SERIALS.to) return { fault: 'date_not_readable' };
  const day = dayOfSerial(number, since1904);
  return day === null ? { fault: 'date_impossible' } : { day };
}

function dayOfText(text: string, { monthFirstSeen }: DayReading): ReadDay {
  if (TWO_DIGIT_YEAR.test(text)) return { fault: 'date_two_digit_year' };
  if (INCOMPLETE.test(text)) return { fault: 'date_incomplete' };
  const iso = YEAR_FIRST.exec(text);
  if (iso) return existing(iso[1], iso[2], iso[3]);
  const [, first, second, year] = DAY_FIRST.exec(text) ?? [];
  if (first === undefined) return { fault: 'date_not_readable' };
  if (monthFirstSeen && Number(first) <= 12 && first !== second) return { fault: 'date_order_uncertain' };
  return existing(year, second, first);
}

function existing(year = '', month = '', day = ''): ReadDay {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(text) ? { day: text } : { fault: 'date_impossible' };
}

/** Whether some text of a column is a day only when its month is read first (12/25/2025). */
export function monthFirstSeen(values: Iterable<CellValue>): boolean {
  for (const value of values) {
    if (value.kind !== 'text') continue;
    const [, first, second] = DAY_FIRST.exec(cleanText(value.text)) ?? [];
    if (first !== undefined && Number(first) <= 12 && Number(second) > 12 && Number(second) <= 31)
      return true;
  }
  return false;
}
