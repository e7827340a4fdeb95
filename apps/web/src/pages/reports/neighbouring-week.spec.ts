import { expect, test } from '@jest/globals';
import { weeksFrom } from './neighbouring-week.js';

test.each([
  ['2026-07-13', 1, '2026-07-20'],
  ['2026-07-13', -1, '2026-07-06'],
  ['2026-12-28', 1, '2027-01-04'],
  ['2028-02-28', 1, '2028-03-06'],
])('%s and %i weeks is %s', (day, weeks, expected) => {
  expect(weeksFrom(day, weeks)).toBe(expected);
});
