import { expect, test } from '@jest/globals';
import { UNREACHABLE } from './problem.js';
import { waitBeforeAgain } from './wait-before-again.js';

test.each([
  [undefined, null],
  [0, null],
  [0.4, { unit: 'seconds', count: 1 }],
  [37, { unit: 'seconds', count: 37 }],
  [91, { unit: 'minutes', count: 2 }],
  [3600, { unit: 'minutes', count: 60 }],
])('%s seconds are told as %j', (retryAfterSeconds, told) =>
  expect(
    waitBeforeAgain({ ...UNREACHABLE, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }),
  ).toEqual(told),
);
