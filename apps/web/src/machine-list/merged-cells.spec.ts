import { expect, test } from '@jest/globals';
import { mergedCellOf, withMergedCells } from './merged-cells.js';

const columnOf = (letters: string) => letters.charCodeAt(0) - 65;

test('a cell over several rows says the same of each; a row without anything of its own stays empty', () => {
  const rows = [
    ['1', 'Máy ép', 'Dây chuyền ép'],
    ['2', 'Lò nung', ''],
    ['', '', ''],
    ['3', 'Máy sấy'],
  ];
  const merged = [{ column: 2, from: 0, to: 9 }];
  expect(withMergedCells(rows, merged).map(([, , line]) => line)).toEqual([
    ...['Dây chuyền ép', 'Dây chuyền ép', '', 'Dây chuyền ép'],
  ]);
});

test('a title over several columns of one row is not said again', () => {
  expect(mergedCellOf('A1:G1', columnOf)).toBeNull();
  expect(mergedCellOf('nonsense', columnOf)).toBeNull();
  expect(mergedCellOf('C2:D11', columnOf)).toEqual({ column: 2, from: 1, to: 10 });
});
