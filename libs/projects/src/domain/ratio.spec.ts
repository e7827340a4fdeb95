import { expect, it } from '@jest/globals';
import { ratioOf } from './ratio.js';

it.each([
  [0, 0, null],
  [0, 3, '0.00'],
  [1, 3, '33.33'],
  [2, 3, '66.67'],
  [99_999, 100_000, '99.99'],
  [7, 7, '100.00'],
])('%d of %d is %s', (numerator, denominator, percent) =>
  expect(ratioOf(numerator, denominator)).toEqual(
    percent === null ? null : { numerator, denominator, percent },
  ),
);
