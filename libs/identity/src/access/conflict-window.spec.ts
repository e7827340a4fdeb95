import { expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';

test.each([
  ['2026-11-26', '2024-11-26'],
  ['2028-02-29', '2026-02-28'],
  ['2026-01-01', '2024-01-01'],
])('on %s what ended on %s still counts', (today, end) => {
  expect(oldestCountingEnd(civilDate(today))).toBe(end);
});

test('days may be asked in any order', () => {
  const days = ['2026-11-26', '2026-11-27', '2026-11-26'].map(civilDate);
  expect(days.map(oldestCountingEnd)).toEqual(['2024-11-26', '2024-11-27', '2024-11-26']);
});
