import { expect, it } from '@jest/globals';
import { pageOf } from './page-of.js';

const ROWS = Array.from({ length: 51 }, (_, index) => ({ id: `m-${index + 1}` }));

it.each([
  ['m-1', 1],
  ['m-25', 1],
  ['m-26', 2],
  ['m-51', 3],
  ['gone', 1],
  [null, 1],
] as const)('%s of 51 rows, 25 on a page, stands on page %i', (id, page) => {
  expect(pageOf(ROWS, id, 25)).toBe(page);
});
