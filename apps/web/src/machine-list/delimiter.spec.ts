import { describe, expect, test } from '@jest/globals';
import { layoutOf } from './columns.js';
import { delimiterOf, tableOfText } from './delimiter.js';
import { decodedText } from './raw-table.js';

const TITLE = 'DANH MỤC MÁY MÓC NHẬP KHẨU';
const WITH_COMMAS = 'DANH MỤC MÁY MÓC, THIẾT BỊ, NƯỚC SẢN XUẤT NHẬT BẢN, NĂM 2015';
const HEADINGS = ['STT', 'Tên máy', 'Mã HS', 'Tình trạng'];
const ROWS = [HEADINGS, ['1', 'Máy A', '8464', 'cũ'], ['2', 'Máy B', '8465', 'mới']];
const joined = (delimiter: string, above: string[], end = '\n') =>
  [...above, ...ROWS.map((row) => row.join(delimiter))].join(end);

describe('the delimiter of a list', () => {
  test.each(
    [';', ',', '\t'].flatMap((delimiter) =>
      [[], [TITLE], [WITH_COMMAS], [WITH_COMMAS, '', 'Dự án: Nhà máy kính; giai đoạn 1', '']].map(
        (above) => [delimiter, above] as const,
      ),
    ),
  )('%j is found below the titles %j', (delimiter, above) => {
    expect(tableOfText(joined(delimiter, above)).rows.slice(-3)).toEqual(ROWS);
    expect(delimiterOf(joined(delimiter, above, '\r\n'))).toBe(delimiter);
  });

  test.each([
    [
      'decimal commas and points of thousands',
      'Tên máy;Giá;Hiệu suất\nMáy A;1.234,5;84,5\nMáy B;2.000,25;90,1',
      ';',
    ],
    ['decimal commas, and no headings at all', 'Máy A;1.234,5;84,5;3,5\nMáy B;2.000,25;90,1;4,5', ';'],
    ['decimal commas in two columns alone', '1,5;2,5\n3,5;4,5', ';'],
    [
      'semicolons within cells',
      'Tên máy,Mã HS,Tiêu chuẩn\nMáy A,8464,TCVN 1;TCVN 2\nMáy B,8465,TCVN 3;ISO 1',
      ',',
    ],
    [
      'rows that end before their headings do',
      'Tên máy;Mã HS;Tình trạng;Ghi chú\nMáy A;8464,1;cũ\nMáy B, to;8465,2;mới\nMáy C;8465,3;mới',
      ';',
    ],
    ['delimiters in quotes', 'Tên máy,Mã HS\n"Máy A; cũ; to",8464\n"Máy B; mới; to",8465', ','],
    ['one column', 'Máy A\nMáy B', '\t'],
  ])('is not mistaken for %s', (_, text, delimiter) => expect(delimiterOf(text)).toBe(delimiter));

  test('is found where the mark of the encoding stands before the title, and in a list that is longer than is looked at', () => {
    const { text } = decodedText(new TextEncoder().encode(`\uFEFF${joined(';', [WITH_COMMAS])}`));
    expect(tableOfText(text).rows[0]).toEqual([WITH_COMMAS]);
    const long = joined(';', [TITLE]) + '\n3;Máy C, loại to, nặng;8466;cũ'.repeat(2000);
    expect(tableOfText(long).rows.at(-1)).toEqual(['3', 'Máy C, loại to, nặng', '8466', 'cũ']);
  });

  test('leads to the headings below the title', () => {
    const { header, mapping } = layoutOf(tableOfText(joined(';', [WITH_COMMAS])).rows);
    expect([header, mapping]).toEqual([1, { name: 1, hsCode: 2, condition: 3 }]);
  });
});
