import { describe, expect, test } from '@jest/globals';
import { addressedPeriod, periodBetween, periodOf } from './period.js';

describe('the period of the open figures', () => {
  test('is this year, last year, or the last three months over the turn of a year', () => {
    expect(periodOf('year', '2026-02-10')).toEqual({ from: '2026-01-01', to: '2026-02-10' });
    expect(periodOf('lastYear', '2026-02-10')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(periodOf('quarter', '2026-02-10')).toEqual({ from: '2025-12-01', to: '2026-02-10' });
  });
  test('is that of the months in the address, whether it can be or not, and never another one unsaid', () => {
    expect(addressedPeriod(null, null)).toBeNull();
    expect(addressedPeriod('2026-11', '2026-01')).toEqual({ from: '2026-11-01', to: '2026-01-01' });
    expect(addressedPeriod('1900-01', null)).toEqual({ from: '1900-01-01' });
    expect([addressedPeriod('abc', null), addressedPeriod('2026-01', '')]).toEqual([
      'no_months',
      'no_months',
    ]);
  });
  test('between two months is none where they are in the wrong order or no months', () => {
    expect(periodBetween('2026-01', '2026-03')).toEqual({ from: '2026-01-01', to: '2026-03-01' });
    expect([periodBetween('2026-03', '2026-01'), periodBetween('', '2026-13')]).toEqual([null, null]);
  });
});
