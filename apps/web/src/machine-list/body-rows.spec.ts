import { expect, test } from '@jest/globals';
import { bodyOf, sortedRows } from './body-rows.js';
import { layoutOf } from './columns.js';

const HEADINGS = ['STT', 'Tên máy', 'Mã HS', 'Năm sản xuất', 'Dây chuyền'];
const ROWS = [
  HEADINGS,
  ['I', 'Dây chuyền ép', '', '', 'Dây chuyền ép'],
  ['1', 'Máy ép', '84771039', '2016', 'Dây chuyền ép'],
  ['2', 'Máy trộn', '', '', ''],
  [],
  HEADINGS,
  ['3', 'Lò nung', '84178000', '2020', ''],
  ['', 'Tổng cộng', '', '', ''],
  ['Tổng cộng:', '', '', '3', ''],
  ['Ghi chú: máy mới', '', '', '', ''],
];
const layout = layoutOf(ROWS);
const numbers = (rows: { number: number }[]) => rows.map(({ number }) => number);

test('headings of groups, sums, notes and headings that are said again are no machines', () => {
  const { machines, named, others } = sortedRows(ROWS, layout);
  expect([machines, named, others].map(numbers)).toEqual([[3, 4, 7], [2], [6, 8, 9, 10]]);
  expect(numbers(bodyOf(ROWS, layout))).toEqual([3, 4, 7]);
});

test('rows with a name alone are taken in where somebody says so, or where there is nothing else', () => {
  expect(numbers(bodyOf(ROWS, { ...layout, takesNames: true }))).toEqual([2, 3, 4, 7]);
  const names = [
    ['Tên máy', 'Mã HS'],
    ['Máy ép', ''],
    ['Lò nung', ''],
  ];
  expect(numbers(bodyOf(names, layoutOf(names)))).toEqual([2, 3]);
});
