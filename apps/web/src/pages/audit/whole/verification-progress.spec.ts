import { expect, test } from '@jest/globals';
import { percentOf } from './verification-progress.js';

test.each([
  [null, 0, 0, 0],
  ['chains', 0, 200, 0],
  ['chains', 100, 200, 10],
  ['checkpoints', 0, 0, 20],
  ['files', 3, 3, 100],
  // What came in after it was counted.
  ['reads', 5, 4, 60],
] as const)('%s with %i of %i is %i per cent', (part, done, total, percent) => {
  expect(percentOf({ part, done, total })).toBe(percent);
});
