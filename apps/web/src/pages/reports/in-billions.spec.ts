import { expect, test } from '@jest/globals';
import { inBillions } from './in-billions.js';

test.each([
  [1_250_499_999_999, 1250],
  [12_500_000_000, 13],
  [2_340_000_000, 2.3],
  [45_600_000, 0.046],
  [0, 0],
])('%d đồng are %d billions', (vnd, billions) => expect(inBillions(vnd)).toBe(billions));
