import { describe, expect, it } from '@jest/globals';
import { bytesInMemory } from '#documents';
import { civilDate } from '#kernel';
import { type CellDraft, type SheetDraft, xlsxFile } from '../../../../../test/support/xlsx-builder.js';
import { findHeaderRow, headingsOf } from './columns/header.js';
import { FIELD_WORDS } from '../../catalogue/import-fields.js';
import { IMPORT_FIELDS } from './columns/import-fields.js';
import { type ColumnMapping, headingsKey, proposalOf, requireMapping } from './columns/mapping.js';
import { recognisedColumns } from './columns/recognise.js';
import { readRows } from './read-rows.js';
import { readTable } from './read-table.js';
import { type TableSheet } from './table/table.types.js';

const TODAY = civilDate('2026-07-15');
const sheetOf = async (draft: Omit<SheetDraft, 'name'>): Promise<TableSheet> => {
  const table = await readTable(bytesInMemory(xlsxFile([{ name: 'A', ...draft }])), 'a.xlsx');
  return table.sheets[0] as TableSheet;
};
const csvOf = async (text: string): Promise<TableSheet> => {
  const table = await readTable(bytesInMemory(new TextEncoder().encode(text)), 'a.csv');
  return table.sheets[0] as TableSheet;
};
const rowsOf = (sheet: TableSheet, changes: { headerRow?: number; mapping?: ColumnMapping } = {}) => {
  const { headerRow, columns } = proposalOf(sheet);
  const proposed = Object.fromEntries(
    columns.flatMap(({ field, column }) => (field ? [[field, column]] : [])),
  );
  return readRows(sheet, {
    headerRow: headerRow ?? 1,
    mapping: proposed,
    amount: { unit: 'billion_vnd', decimal: null },
    today: TODAY,
    ...changes,
  });
};
const codes = (sheet: TableSheet) =>
  rowsOf(sheet).map(({ faults }) => faults.map(({ cell, code }) => `${cell ?? ''}:${code}`));

describe('recognising columns', () => {
  it.each(IMPORT_FIELDS)(
    'knows every heading of %s word for word, and its name in both languages',
    (field) => {
      const { vi, en, headings } = FIELD_WORDS[field];
      for (const heading of [vi, en, ...headings, vi.toUpperCase()])
        expect([heading, recognisedColumns([heading])[0]]).toMatchObject([heading, { field, score: 1 }]);
    },
  );

  it.each([
    ['Tên dự án đầu tư', 'name'],
    ['Tên nhà đầu tư/chủ đầu tư', 'investorName'],
    ['Mã số thuế của nhà đầu tư', 'investorTaxCode'],
    ['Tổng vốn đầu tư (tỷ đồng)', 'capitalVnd'],
    ['TMĐT (triệu đồng)', 'capitalVnd'],
    ['Tên công ty', 'investorName'],
    ['Ngày cấp QĐ chủ trương', 'policyDecidedOn'],
    ['Ngày cấp GCN ĐKĐT', 'certificateOn'],
    ['Số GCNĐKĐT', 'certificateNumber'],
    ['3. Nguồn vốn', 'capitalOrigin'],
    ['STT', null],
    ['Diện tích đất (ha)', null],
    ['Tiến độ thực hiện dự án', null],
    ['', null],
  ])('reads %j as %s', (heading, field) => {
    expect(recognisedColumns([heading])[0]?.field ?? null).toBe(field);
  });

  it('gives each field to its best column, and each column once', () => {
    const headings = [
      'STT',
      'Dự án',
      'Nhà đầu tư',
      'Mã số thuế nhà đầu tư',
      'Tên dự án',
      'Vốn đầu tư',
      'Tổng vốn đầu tư',
    ];
    const fields = recognisedColumns(headings).map(({ column, field }) => [column, field]);
    expect(fields).toContainEqual([1, 'name']);
    expect(fields).toContainEqual([3, 'investorTaxCode']);
    expect(new Set(fields.map(([column]) => column)).size).toBe(fields.length);
    expect(new Set(fields.map(([, field]) => field)).size).toBe(fields.length);
  });
});

describe('the header', () => {
  it('is found below titles, with a group of columns above it and merged headings resolved', async () => {
    const sheet = await sheetOf({
      rows: [
        ['DANH MỤC DỰ ÁN ĐẦU TƯ NĂM 2026'],
        [],
        ['STT', 'Tên dự án', 'Nhà đầu tư', null, 'Tổng vốn (tỷ đồng)'],
        [null, null, 'Tên', 'Mã số thuế'],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        [1, 'Xi măng Đá Bạc', 'Công ty A', '5700100256', 12.5],
      ],
      merges: ['A1:E1', 'A3:A4', 'B3:B4', 'C3:D3', 'E3:E4'],
    });
    expect(findHeaderRow(sheet)).toBe(4);
    expect(headingsOf(sheet, 4)).toEqual([
      'STT',
      'Tên dự án',
      'Nhà đầu tư - Tên',
      'Nhà đầu tư - Mã số thuế',
      'Tổng vốn (tỷ đồng)',
    ]);
    const proposal = proposalOf(sheet);
    expect(proposal.unit).toBe('billion_vnd');
    expect(rowsOf(sheet)).toMatchObject([
      {
        number: 6,
        faults: [],
        project: { name: 'Xi măng Đá Bạc', investorName: 'Công ty A', capitalVnd: 12_500_000_000 },
      },
    ]);
  });

  it('proposes the first of two equal headings and marks the other', async () => {
    const sheet = await sheetOf({
      rows: [
        ['Tên dự án', 'Nhà đầu tư', 'Tên dự án'],
        ['A', 'B', 'C'],
      ],
    });
    expect(proposalOf(sheet).columns.map(({ field, repeated }) => [field, repeated])).toEqual([
      ['name', false],
      ['investorName', false],
      [null, true],
    ]);
    expect(headingsKey(['Tên dự án', 'Nhà ĐẦU TƯ '])).toBe('ten du an|nha dau tu');
  });

  it('takes the first row where none reads like a header, and the row that a person names', async () => {
    const sheet = await sheetOf({
      rows: [
        ['x', 'y'],
        ['Tên', 'Chủ đầu tư'],
        ['Một', 'Hai'],
      ],
    });
    expect(proposalOf(sheet)).toMatchObject({ headerRow: 1, columns: [{ field: null }, { field: null }] });
    expect(proposalOf(sheet, 2).columns.map(({ field }) => field)).toEqual([null, 'investorName']);
    expect(proposalOf({ ...sheet, rows: [] }).headerRow).toBeNull();
  });

  it.each([
    ['neither name nor investor', 'Tên dự án,Nhà đầu tư', {}, {}, 'import_columns_missing'],
    [
      'a foreign currency',
      'Tên dự án,Nhà đầu tư,Vốn (triệu USD)',
      { name: 0, investorName: 1, capitalVnd: 2 },
      { unit: 'million_vnd' },
      'import_currency_refused',
    ],
    [
      'no unit',
      'Tên dự án,Nhà đầu tư,Vốn',
      { name: 0, investorName: 1, capitalVnd: 2 },
      {},
      'import_unit_missing',
    ],
  ] as const)('refuses a mapping with %s', async (_, header, mapping, amount, expected) => {
    const sheet = await csvOf(`${header}\nA,B,1\n`);
    expect(() => requireMapping(sheet, 1, mapping, amount)).toThrow(
      expect.objectContaining({ code: expected }),
    );
    expect(() => requireMapping(sheet, 7, { name: 0, investorName: 1 }, {})).toThrow(
      expect.objectContaining({ code: 'import_header_row_invalid' }),
    );
  });
});

describe('rows', () => {
  const HEADER: CellDraft[] = [
    'Tên dự án',
    'Nhà đầu tư',
    'Mã số thuế',
    'Vốn (tỷ đồng)',
    'Ngày đăng ký',
    'Nguồn vốn',
  ];
  const good: CellDraft[] = [
    'Xi măng Đá Bạc',
    'Công ty CP Đá Bạc',
    '5700100256',
    '1.200,5',
    '05/07/2026',
    'Trong nước',
  ];
  const changed = (column: number, cell: CellDraft) =>
    good.map((value, index) => (index === column ? cell : value));

  it('reads what the register wants, and keeps what was written', async () => {
    const [row] = rowsOf(await sheetOf({ rows: [HEADER, good] }));
    expect(row).toMatchObject({
      number: 2,
      faults: [],
      formulas: [],
      written: { capitalVnd: '1.200,5', registeredOn: '05/07/2026' },
      project: {
        name: 'Xi măng Đá Bạc',
        investorTaxCode: '5700100256',
        capitalVnd: 1_200_500_000_000,
        registeredOn: '2026-07-05',
        capitalOrigin: 'domestic_private',
        communeCode: null,
      },
    });
  });

  it.each<[string, CellDraft[], string[]]>([
    ['no name', changed(0, null), ['A2:required']],
    ['an error', changed(3, { error: '#REF!' }), ['D2:error_cell']],
    ['a formula without a value', changed(3, { formula: 'A1' }), ['D2:formula_without_value']],
    ['an ambiguous amount', changed(3, '1.200'), ['D2:amount_ambiguous']],
    ['an impossible day', changed(4, '31/02/2026'), ['E2:date_impossible']],
    ['a day to come', changed(4, '16/07/2026'), ['E2:in_future']],
    ['an unknown word', changed(5, 'vốn lạ'), ['F2:word_unknown']],
    ['a garbled name', changed(0, 'Nhµ m¸y xi m¨ng'), ['A2:text_garbled']],
    ['a control character', changed(1, 'Công\u0002 ty'), ['B2:control_characters']],
    ['a truth for a name', changed(0, true), ['A2:word_unknown']],
    ['a name too long', changed(0, 'a'.repeat(501)), ['A2:max_length']],
    [
      'everything wrong',
      ['x', 'y', 'z', '?', '?', '?'],
      [
        'A2:min_length',
        'B2:min_length',
        'C2:tax_code_not_readable',
        'D2:amount_not_readable',
        'E2:date_not_readable',
        'F2:word_unknown',
      ],
    ],
  ])('says what is wrong with %s', async (_, cells, expected) => {
    const [found] = codes(await sheetOf({ rows: [HEADER, cells] }));
    expect([...(found ?? [])].sort()).toEqual([...expected].sort());
  });

  it('writes a number so that it is read again as what it is', async () => {
    const [row] = rowsOf(await sheetOf({ rows: [HEADER, changed(3, 1.234)] }));
    expect(row).toMatchObject({ written: { capitalVnd: '1.2340' }, project: { capitalVnd: 1_234_000_000 } });
    const [again] = rowsOf(await sheetOf({ rows: [HEADER, changed(3, '1.2340')] }));
    expect(again?.project.capitalVnd).toBe(1_234_000_000);
  });

  it('takes a stored formula and marks its field; reads hidden rows and marks them', async () => {
    const sheet = await sheetOf({
      rows: [HEADER, changed(3, { formula: 'SUM(1)', cached: 2 }), good],
      hiddenRows: [3],
    });
    expect(rowsOf(sheet).map(({ formulas, hidden }) => [formulas, hidden])).toEqual([
      [['capitalVnd'], false],
      [[], true],
    ]);
  });

  it('names the merged cell below the header, in every row that it spans', async () => {
    const sheet = await sheetOf({
      rows: [HEADER, good, changed(1, null), good],
      merges: ['A1:A1', 'B2:B3', 'H2:K9'],
    });
    expect(codes(sheet)).toEqual([['B2:merged_cell'], ['B3:merged_cell', 'B3:required'], []]);
  });

  it('does not say which value belongs where in a ragged row of a CSV', async () => {
    const sheet = await csvOf(
      'Tên dự án,Nhà đầu tư,Mã số thuế\nXi măng,Đá Bạc\nXi măng,Đá Bạc,5700100256,x\nXi măng,Đá Bạc,\n',
    );
    expect(codes(sheet)).toEqual([[':ragged_row'], [':ragged_row'], []]);
  });

  it('removes marks that cannot be seen, from values and headings', async () => {
    const sheet = await sheetOf({
      rows: [
        ['\u200fTên dự án', 'Nhà đầu tư\u200b'],
        ['\u202eXi măng\u202c', 'Đá\u2028Bạc'],
      ],
    });
    expect(rowsOf(sheet)).toMatchObject([
      { faults: [], project: { name: 'Xi măng', investorName: 'Đá Bạc' } },
    ]);
  });

  it('reads ten thousand rows with a fault in every column, each named', async () => {
    const bad: CellDraft[] = ['x', 'y', 'z', '?', '?', '?'];
    const sheet = await sheetOf({ rows: [HEADER, ...Array.from({ length: 10_000 }, () => bad)] });
    const rows = rowsOf(sheet);
    expect(rows.length).toBe(10_000);
    expect(rows.every(({ faults }) => faults.length === 6)).toBe(true);
  });
});
