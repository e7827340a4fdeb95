import { expect, it } from '@jest/globals';
import { dayBefore } from './day-before.js';

it.each([
  ['2026-12-20', '2026-12-19'],
  ['2027-01-01', '2026-12-31'],
  ['2028-03-01', '2028-02-29'],
])('before %s comes %s', (day, expected) => expect(dayBefore(day)).toBe(expected));
