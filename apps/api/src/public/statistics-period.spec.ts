import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { statisticsPeriod } from './statistics-period.js';

const day = civilDate;
const today = day('2026-11-26');

describe('the period of open statistics', () => {
  test('is the year so far when nothing is said', () => {
    expect(statisticsPeriod(null, null, today)).toEqual({ from: '2026-01-01', to: '2026-11-30' });
  });
  test('is widened to whole months', () => {
    const period = statisticsPeriod(day('2024-02-10'), day('2024-02-11'), today);
    expect(period).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(statisticsPeriod(day('2026-05-07'), null, today)).toEqual({
      from: '2026-05-01',
      to: '2026-11-30',
    });
    expect(statisticsPeriod(null, day('2025-03-03'), today)).toEqual({
      from: '2025-01-01',
      to: '2025-03-31',
    });
    expect(statisticsPeriod(day('2027-01-05'), null, today)).toEqual({
      from: '2027-01-01',
      to: '2027-01-31',
    });
  });
  test.each([
    ['2026-03-02', '2026-03-01'],
    ['2010-01-01', '2026-01-01'],
  ])('cannot go from %s to %s', (from, to) => {
    expect(() => statisticsPeriod(day(from), day(to), today)).toThrow(
      expect.objectContaining({ code: 'statistics_period_impossible' }),
    );
  });
});
