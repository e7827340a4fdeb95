import { expect, it } from '@jest/globals';
import { csvCell, csvLine } from './csv-cell.js';

it.each([
  [null, ''],
  [310_000_000_000, '310000000000'],
  ['Nhà máy gạch', 'Nhà máy gạch'],
  ['Gạch, ngói', '"Gạch, ngói"'],
  ['Nhà máy "Sao"', '"Nhà máy ""Sao"""'],
  ['=1+1', `"'=1+1"`],
  ['+84 90', `"'+84 90"`],
  ['-2', `"'-2"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['  =HYPERLINK("x")', `"'  =HYPERLINK(""x"")"`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `"'＝1"`],
])('%j is %s', (value, cell) => expect(csvCell(value)).toBe(cell));

it('a line ends as RFC 4180 says', () => expect(csvLine(['a', 1, null])).toBe('a,1,\r\n'));
