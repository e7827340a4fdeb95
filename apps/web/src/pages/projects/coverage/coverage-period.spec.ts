import { describe, expect, test } from '@jest/globals';
import { daysOf, filterOf, readQuestion, writeQuestion } from './coverage-period.js';

const read = (search: string) => readQuestion(new URLSearchParams(search), '2026-07-15');

describe('the question about coverage in the address', () => {
  test('is about the whole register by registration when it says nothing', () => {
    expect(read('')).toEqual({ period: 'all', from: '', to: '', dateBasis: 'registered', by: null });
    expect(filterOf(read(''))).toEqual({});
  });
  test('means by a word the days of today', () => {
    expect(daysOf('quarter', '2026-07-15')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(daysOf('quarter', '2026-12-31')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(daysOf('quarter', '2028-02-01')).toEqual({ from: '2028-01-01', to: '2028-03-31' });
    expect(daysOf('lastYear', '2026-01-01')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });
  test('is written as it was read', () => {
    for (const search of [
      'period=year&by=sector',
      'from=2026-01-01&dateBasis=decided&by=month',
      'period=chosen',
    ])
      expect(writeQuestion(read(search)).toString()).toBe(search);
    expect(filterOf(read('period=year&dateBasis=decided'))).toEqual({
      ...{ dateBasis: 'decided', from: '2026-01-01', to: '2026-12-31' },
    });
  });
  test('passes over words that nobody knows', () => {
    expect(writeQuestion(read('by=colour&from=yesterday&dateBasis=never')).toString()).toBe('');
  });
});
