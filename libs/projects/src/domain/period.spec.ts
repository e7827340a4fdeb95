import { expect, it } from '@jest/globals';
import { periodDays } from './period.js';

it.each([
  ['month', '2024-02', '2024-02-01', '2024-02-29'],
  ['month', '2026-12', '2026-12-01', '2026-12-31'],
  ['month', '9999-12', '9999-12-01', '9999-12-31'],
  ['quarter', '2026-Q1', '2026-01-01', '2026-03-31'],
  ['quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
  ['year', '1999', '1999-01-01', '1999-12-31'],
] as const)('%s %s is %s to %s', (by, key, from, to) => expect(periodDays(by, key)).toEqual({ from, to }));
