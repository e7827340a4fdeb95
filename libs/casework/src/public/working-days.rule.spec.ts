import { describe, expect, test } from '@jest/globals';
import { workingCalendar } from '#deadlines';
import { civilDate } from '#kernel';
import { activeWorkingDays, percentile } from './working-days.rule.js';

const calendar = workingCalendar([]);
const day = civilDate;
// 2026-07-06 is a Monday.
const span = { from: day('2026-07-06'), to: day('2026-07-17') };

describe('working days of a dossier', () => {
  test('from receipt, which does not count, through the letter', () => {
    expect(activeWorkingDays(calendar, span, [])).toBe(9);
  });
  test('less the days on which the clock stood, overlapping ones once, and what lies outside never', () => {
    const stop = { from: day('2026-07-08'), to: day('2026-07-10') };
    expect(activeWorkingDays(calendar, span, [stop])).toBe(7);
    expect(
      activeWorkingDays(calendar, span, [stop, { from: day('2026-07-09'), to: day('2026-07-13') }]),
    ).toBe(6);
    expect(activeWorkingDays(calendar, span, [stop, stop])).toBe(7);
    expect(activeWorkingDays(calendar, span, [{ from: day('2026-07-16'), to: null }])).toBe(8);
    expect(activeWorkingDays(calendar, span, [{ from: day('2026-06-01'), to: day('2026-06-30') }])).toBe(9);
  });
  test('the median and nine tenths are days that a dossier really took', () => {
    const measured = [1, 2, 3, 4, 5, 6, 7, 8, 9, 40].map((days) => ({ days, dossiers: 1 }));
    expect([percentile(measured, 0.5), percentile(measured, 0.9)]).toEqual([5, 9]);
    expect(
      percentile(
        [
          { days: 9, dossiers: 1 },
          { days: 4, dossiers: 9 },
        ],
        0.9,
      ),
    ).toBe(4);
    expect(percentile([], 0.5)).toBeNull();
  });
});
