import { describe, expect, test } from '@jest/globals';
import { cellPlace } from './cell-place.js';
import { layoutOf } from './columns.js';
import { tableOfText } from './delimiter.js';
import { faultKinds } from './fault-kinds.js';
import { judgeAll, judgeRow } from './judge-rows.js';
import { decodedText, delimitedRows, tableOfClipboard } from './raw-table.js';

const HEADINGS = [
  'STT',
  'Tên máy móc, thiết bị',
  'Mã HS',
  'Tình trạng',
  'Năm sản xuất',
  'Xuất xứ',
  'Dây chuyền',
];
const JUDGING = { lines: [{ id: 'l-1', name: 'Dây chuyền sấy' }], year: 2026 };

describe('a list of machines from elsewhere', () => {
  test.each([
    [
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n"1,5","x ""y""\nz"\r\n',
      [
        ['a', 'b'],
        ['1,5', 'x "y"\nz'],
      ],
    ],
    ['a\tb\n\n1\t2\n\t\n', [['a', 'b'], [], ['1', '2']]],
  ])('%j is cut by its own delimiter', (text, rows) => expect(tableOfText(text).rows).toEqual(rows));

  test.each([
    ['Sheet1', 2, 7, 'Sheet1!C7'],
    ['Danh mục máy', 26, 1, "'Danh mục máy'!AA1"],
    ["Máy 'cũ'", 0, 10, "'Máy ''cũ'''!A10"],
    ['', 701, 3, 'ZZ3'],
  ])('sheet %s, column %i, row %i is the cell %s', (sheet, column, row, place) =>
    expect(cellPlace(sheet, column, row)).toBe(place),
  );

  test('one copied value is no table', () => {
    expect([tableOfClipboard('Máy ép\r\n'), tableOfClipboard('a\tb')?.rows]).toEqual([null, [['a', 'b']]]);
    expect(delimitedRows('"open', ';')).toEqual([['open']]);
  });

  test('UTF-8, UTF-16 and Vietnamese Windows are read; a guess is told', () => {
    const utf16 = new Uint8Array([0xff, 0xfe, 0xd4, 0x1e]);
    expect(decodedText(new TextEncoder().encode('Máy')).text).toBe('Máy');
    expect(decodedText(utf16).text).toBe('Ổ');
    // "Máy ép" as Windows-1258 writes it: the accent stands behind its letter.
    expect(decodedText(new Uint8Array([0x4d, 0x61, 0xec, 0x79, 0x20, 0xe9, 0x70]))).toEqual({
      text: 'Máy ép',
      guessed: true,
    });
  });
});

describe('its columns and rows', () => {
  test('columns are known by what their headings say, with a title above them', () => {
    const { header, mapping } = layoutOf([['DANH MỤC MÁY'], [], HEADINGS, ['1', 'Máy ép']]);
    expect(header).toBe(2);
    expect(mapping).toEqual({ name: 1, hsCode: 2, condition: 3, yearMade: 4, country: 5, lineRef: 6 });
  });
  test('without headings they are those of our table', () => {
    expect(layoutOf([['Máy ép', '84771039', 'mới']])).toEqual({
      ...{ header: -1, mapping: { name: 0, hsCode: 1, condition: 2 } },
    });
  });

  test('a row is read as people write; lines by name or number, countries by name', () => {
    const { mapping } = layoutOf([HEADINGS]);
    const cells = ['1', ' Máy ép ', '8477.10.39', 'Đã qua sử dụng', '2015.0', 'Nhật Bản', 'day chuyen say'];
    expect(judgeRow(cells, 2, mapping, JUDGING)).toEqual({
      number: 2,
      row: {
        name: 'Máy ép',
        hsCode: '8477.10.39',
        condition: 'used',
        yearMade: 2015,
        country: 'JP',
        lineRef: 'l-1',
      },
      faults: [],
      written: {},
    });
  });

  test('every fault of a row is told with what the cell says, and nothing of it is lost', () => {
    const { mapping } = layoutOf([HEADINGS]);
    const cells = ['1', 'x'.repeat(400), '12', 'hỏng', '2099', 'Nước lạ', '9'];
    const { faults, row, written } = judgeRow(cells, 2, mapping, JUDGING);
    expect(faults.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'condition no_choice',
      'country bad_country',
      'hsCode hs_digits',
      'lineRef no_such_line',
      'name too_long',
      'yearMade year_in_future',
    ]);
    expect([row['condition'], written['country']]).toEqual(['hỏng', 'Nước lạ']);
  });

  test('10,000 rows with faults in every column are judged in steps and can be stopped', async () => {
    const rows = [
      HEADINGS,
      ...Array.from({ length: 10_000 }, (_, n) => [String(n), '', '1', 'hỏng', 'x', '?', '9']),
    ];
    const steps: number[] = [];
    const layout = layoutOf(rows);
    const onProgress = (done: number) => steps.push(done);
    const judged = await judgeAll(rows, layout, JUDGING, {
      signal: new AbortController().signal,
      onProgress,
    });
    expect([judged.length, steps.length, judged.every(({ faults }) => faults.length === 5)]).toEqual([
      10_000,
      40,
      true,
    ]);
    expect(
      faultKinds(judged)
        .map(({ fault, rows: many, first }) => [fault.field, many, first])
        .sort(),
    ).toEqual(
      ['hsCode', 'condition', 'yearMade', 'country', 'lineRef'].map((field) => [field, 10_000, 2]).sort(),
    );
    const stopped = judgeAll(rows, layout, JUDGING, { signal: AbortSignal.abort(), onProgress });
    await expect(stopped).rejects.toThrow();
  });
});
