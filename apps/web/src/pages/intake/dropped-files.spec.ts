import { describe, expect, test } from '@jest/globals';
import { sortedFiles } from './dropped-files.js';

const names = (...given: string[]) => {
  const { letter, table, others } = sortedFiles(given.map((name) => new File(['x'], name)));
  return [letter?.name ?? null, table?.name ?? null, others.map(({ name }) => name)];
};

describe('files that are dropped together', () => {
  test.each([
    [['cv.pdf'], ['cv.pdf', null, []]],
    [
      ['may.XLSX', 'cv.pdf'],
      ['cv.pdf', 'may.XLSX', []],
    ],
    [['may.csv'], [null, 'may.csv', []]],
    [
      ['cv.pdf', 'so-do.pdf', 'a.csv', 'b.xlsx', 'anh.jpg'],
      ['cv.pdf', 'a.csv', ['so-do.pdf', 'b.xlsx', 'anh.jpg']],
    ],
    [['khong-duoi'], ['khong-duoi', null, []]],
  ])('%j', (given, sorted) => expect(names(...given)).toEqual(sorted));
});
