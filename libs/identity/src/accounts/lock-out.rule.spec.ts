import { expect, test } from '@jest/globals';
import { ACCOUNT_RULE, fadedCount, waitSeconds } from './lock-out.rule.js';

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

const HOUR = 3_600_000;
test.each([
  [29, 0, 29],
  [29, 0.99, 29],
  [29, 1, 14],
  [29, 4, 1],
  [29, 5, 0],
  [1_000_000, 1000, 0],
  [3, -5, 3],
])('of %i failures, %d hours later, %i count', (failures, hours, left) => {
  expect(fadedCount({ failures, since: 0 }, hours * HOUR).failures).toBe(left);
});

test('reading a count on the way changes nothing of what is left at the end', () => {
  let read = { failures: 29, since: 0 };
  for (let minute = 1; minute <= 150; minute += 1) read = fadedCount(read, minute * 60_000);
  expect(read).toEqual(fadedCount({ failures: 29, since: 0 }, 150 * 60_000));
});
