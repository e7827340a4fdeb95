import { expect, test } from '@jest/globals';
import { ACCOUNT_RULE, waitSeconds } from './lock-out.rule.js';

test.each([
  [0, 0],
  [4, 0],
  [5, 30],
  [6, 60],
  [7, 120],
  [11, 1920],
  [12, 3600],
  [1_000_000, 3600],
])('after %i failures the wait is %i s', (failures, seconds) => {
  expect(waitSeconds(failures, ACCOUNT_RULE)).toBe(seconds);
});
