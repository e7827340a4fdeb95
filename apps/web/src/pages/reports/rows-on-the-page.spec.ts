import { describe, expect, test } from '@jest/globals';
import { rowsOnThePage } from './rows-on-the-page.js';

describe('the rows of the lists on one page', () => {
  test.each<[number[], number, number[]]>([
    [[2, 0, 3], 30, [2, 0, 3]],
    [[12, 12, 12], 18, [6, 6, 6]],
    [[12, 1, 12], 11, [5, 1, 5]],
    [[12, 12, 12], 10, [4, 3, 3]],
    [[5, 5], 0, [0, 0]],
    [[], 10, []],
  ])('%j on %i', (lengths, place, expected) => {
    expect(rowsOnThePage(lengths, place)).toEqual(expected);
  });
});
