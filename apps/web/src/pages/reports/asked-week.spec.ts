import { expect, test } from '@jest/globals';
import { askedWeek } from './asked-week.js';

test.each([
  [null, { day: undefined }],
  ['2026-07-13', { day: '2026-07-13' }],
  ['2000-01-01', { day: '2000-01-01' }],
  ['0001-01-01', { wrong: '0001-01-01' }],
  ['9999-12-31', { wrong: '9999-12-31' }],
  ['2026-02-30', { wrong: '' }],
  ['', { wrong: '' }],
])('an address with on=%s', (on, expected) => {
  expect(askedWeek(on)).toEqual(expected);
});
