import fc from 'fast-check';
import { addDays, civilDate, daysBetween, weekday } from '#kernel';
import { drawn } from '../../../test/support/seed.js';
import { fromEpochDay, isWeekend, toEpochDay } from './epoch-day.js';

const EPOCH = civilDate('1970-01-01');
/** 1600 to 2400: every kind of leap year on both sides of the epoch. */
const anyOffset = fc.integer({ min: -135_140, max: 157_054 });

describe('epoch days', () => {
  it('agree with the calendar of the kernel in both directions', () => {
    fc.assert(
      fc.property(anyOffset, (offset) => {
        const date = addDays(EPOCH, offset);
        expect(fromEpochDay(offset)).toBe(date);
        expect(toEpochDay(date)).toBe(daysBetween(EPOCH, date));
        expect(isWeekend(offset)).toBe(weekday(date) >= 6);
      }),
      drawn(500),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-4-1',
    '',
    '2026-01-01T00:00',
    '١٢٣٤-01-01',
  ])('refuse %p, which is no day', (text) =>
    expect(() => toEpochDay(text)).toThrow(expect.objectContaining({ code: 'impossible_value' })),
  );

  it('reach from year 0000 through 9999 and refuse beyond', () => {
    const last = toEpochDay('9999-12-31');
    const first = toEpochDay('0000-01-01');
    expect(fromEpochDay(last)).toBe('9999-12-31');
    for (const day of [last + 1, first - 1]) {
      expect(() => fromEpochDay(day)).toThrow(expect.objectContaining({ code: 'clock_without_end' }));
    }
  });
});
