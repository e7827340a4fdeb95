import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from '../../../test/support/seed.js';
import {
  addDays,
  civilDate,
  civilDateOf,
  daysBetween,
  formatCivilDate,
  instantAt,
  isCivilDate,
  weekday,
} from './civil-date.js';

const asWritten = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
const days = fc
  .integer({ min: -25_000, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  .map(civilDate);

describe('the Vietnamese day of an instant', () => {
  test.each([
    ['2026-11-25T16:59:59.999Z', '2026-11-25'],
    ['2026-11-25T17:00:00.000Z', '2026-11-26'],
    ['2026-11-26T16:59:59.999Z', '2026-11-26'],
    ['1969-12-31T15:59:59.999Z', '1969-12-31'],
    ['1969-12-31T16:00:00.000Z', '1970-01-01'],
    ['1900-01-01T00:00:00.000Z', '1900-01-01'],
  ])('%s is %s', (instant, day) => {
    expect(civilDateOf(new Date(instant))).toBe(day);
  });

  test('is the same however instants follow each other', () => {
    const near = fc.integer({ min: -3_600_000, max: 3_600_000 });
    fc.assert(
      fc.property(days, fc.array(near, { minLength: 1, maxLength: 20 }), (day, offsets) => {
        for (const offset of offsets) {
          const instant = new Date(instantAt(day).getTime() + offset);
          expect(civilDateOf(instant)).toBe(asWritten.format(instant));
        }
      }),
      drawn(),
    );
  });
});

test('a day is read only when it exists', () => {
  expect(isCivilDate('2028-02-29')).toBe(true);
  for (const wrong of ['0000-01-01', '2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', 20260101, null])
    expect(isCivilDate(wrong)).toBe(false);
  expect(() => civilDate('2026-02-30')).toThrow(expect.objectContaining({ code: 'impossible_value' }));
});

test('days are added and counted alike, and weeks have seven of them', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5_000, max: 5_000 }), (day, more) => {
      const later = addDays(day, more);
      expect(daysBetween(day, later)).toBe(more);
      expect(weekday(addDays(day, 7))).toBe(weekday(day));
      expect((((weekday(later) - weekday(day) - more) % 7) + 7) % 7).toBe(0);
    }),
    drawn(),
  );
});

test('letters write a day as dd/MM/yyyy', () => {
  expect(formatCivilDate(civilDate('2026-03-09'))).toBe('09/03/2026');
});
