import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesInMemory } from '#documents';
import { drawn } from '../../../../../test/support/seed.js';
import {
  type CellDraft,
  escapedXml,
  sharedStrings,
  type SheetDraft,
  xlsxFile,
  zipOf,
} from '../../../../../test/support/xlsx-builder.js';
import { cellText } from './columns/header.js';
import { readTable } from './read-table.js';
import { CellBudget } from './table/cell-budget.js';
import { IMPORT_LIMITS } from './table/limits.js';
import { type TableSheet } from './table/table.types.js';

const read = (bytes: Uint8Array, name = 'list.xlsx') => readTable(bytesInMemory(bytes), name);
const csv = (text: string, name = 'list.csv') => read(new TextEncoder().encode(text), name);
const sheet = async (draft: Omit<SheetDraft, 'name'>, since1904 = false): Promise<TableSheet> => {
  const [first] = (await read(xlsxFile([{ name: 'Danh sách', ...draft }], { since1904 }))).sheets;
  if (!first) throw new Error('no sheet');
  return first;
};
const texts = ({ rows }: TableSheet) => rows.map(({ cells }) => [...cells.values()].map(cellText));
const cell = async (draft: CellDraft, since1904 = false) => {
  const [row] = (await sheet({ rows: [['x', draft]] }, since1904)).rows;
  return row?.cells.get(1) ?? null;
};
const code = async (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error as { code: string }).code,
  );

describe('cells of an XLSX', () => {
  it('holds texts, numbers, days, truths, rich and shared texts', async () => {
    const parts = { 'xl/sharedStrings.xml': sharedStrings(['một', ['hai ', 'ba']]) };
    const rows: CellDraft[][] = [
      ['Dự án', 12.5, true, { serial: 45123 }, { isoDay: '2026-02-03T00:00:00' }, { rich: ['Xi ', 'măng'] }],
      [{ shared: 0 }, null, { shared: 1 }],
    ];
    const { sheets } = await read(xlsxFile([{ name: 'A', rows }], { parts }));
    expect(texts(sheets[0] as TableSheet)).toEqual([
      ['Dự án', '12.5', 'TRUE', '2023-07-16', '2026-02-03', 'Xi măng'],
      ['một', 'hai ba'],
    ]);
    expect([...(sheets[0]?.rows[1]?.cells.keys() ?? [])]).toEqual([0, 2]);
  });

  it.each([
    [{ serial: 1 }, false, '1900-01-01'],
    [{ serial: 59 }, false, '1900-02-28'],
    [{ serial: 60 }, false, ''],
    [{ serial: 61 }, false, '1900-03-01'],
    [{ serial: 45123.75 }, false, '2023-07-16'],
    [{ serial: 43661 }, true, '2023-07-16'],
    [{ serial: 0 }, true, '1904-01-01'],
    [{ serial: -1 }, false, ''],
    [{ serial: 9e9 }, false, ''],
    [{ isoDay: '2026-02-30' }, false, ''],
  ])('reads the day %j (since 1904: %s) as %j', async (draft, since1904, day) => {
    const found = await cell(draft, since1904);
    expect(found?.value.kind).toBe('date');
    expect(cellText(found ?? undefined)).toBe(day);
  });

  it('takes the stored result of a formula and marks it; without one, and for an error, the cell is a fault', async () => {
    expect(await cell({ formula: 'A1&"x"', cached: 'kết quả' })).toEqual({
      formula: true,
      value: { kind: 'text', text: 'kết quả' },
    });
    expect(await cell({ formula: 'SUM(A1:A9)', cached: 7 })).toMatchObject({
      formula: true,
      value: { number: 7 },
    });
    expect(await cell({ formula: 'NOW()' })).toMatchObject({ value: { code: 'formula_without_value' } });
    expect(await cell({ error: '#REF!' })).toMatchObject({ value: { code: 'error_cell', text: '#REF!' } });
  });

  it('does not read a longer text than allowed, and takes blanks for nothing', async () => {
    const longest = 'a'.repeat(IMPORT_LIMITS.cellCharacters);
    expect(await cell(longest)).toMatchObject({ value: { kind: 'text', text: longest } });
    expect(await cell(`${longest}a`)).toMatchObject({ value: { code: 'cell_too_long' } });
    expect(await cell(' \n\t ')).toBeNull();
  });

  it('sees hidden sheets, hidden rows, gaps and merged ranges', async () => {
    const { sheets } = await read(
      xlsxFile([
        { name: 'Ẩn', hidden: true, rows: [['a']] },
        { name: 'Hiện', rows: [['a', 'b'], [], ['c']], hiddenRows: [3], merges: ['A1:B1'] },
      ]),
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Ẩn', true],
      ['Hiện', false],
    ]);
    expect(sheets[1]?.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [3, true],
    ]);
    expect(sheets[1]?.merges).toEqual([{ fromRow: 1, toRow: 1, fromColumn: 0, toColumn: 1 }]);
  });

  it('gives back every text, number and truth that was written', async () => {
    // U+FFFE and U+FFFF are no characters of XML; a lone surrogate is none of any file.
    const storable = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter(
        (text) => text.trim() !== '' && text.isWellFormed() && !/[\ufffe\uffff\r]|_x[0-9a-f]{4}_/i.test(text),
      );
    const value = fc.oneof(
      storable,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    const table = fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        fc.pre(rows.some((cells) => cells.some((content) => content !== null)));
        const found = await sheet({ rows });
        const back = rows.map((cells, index) =>
          cells.map((_, column) => {
            const content = found.rows.find(({ number }) => number === index + 1)?.cells.get(column)?.value;
            if (content?.kind === 'text') return content.text;
            if (content?.kind === 'number') return content.number;
            return content?.kind === 'boolean' ? content.truth : null;
          }),
        );
        expect(back).toEqual(rows.map((cells) => cells.map((content) => (content === 0 ? 0 : content))));
      }),
      drawn(60),
    );
  });
});

describe('harmful and broken XLSX files', () => {
  const bomb = new Uint8Array(8 * 1024 * 1024);
  it('refuses what declares to unpack to too much, without unpacking it', async () => {
    const dense = xlsxFile([{ name: 'A', rows: [['a']] }], { parts: { 'xl/media/image1.png': bomb } });
    expect(dense.length).toBeLessThan(20_000);
    expect(await code(read(dense))).toBe('import_unpacks_too_large');
  });

  it('refuses an archive of zeros inside of it', async () => {
    const inner = zipOf({ 'a.bin': bomb });
    const nested = Buffer.concat(Array.from({ length: 1000 }, () => inner));
    const bytes = xlsxFile([{ name: 'A', rows: [['a']] }], { parts: { 'xl/embeddings/b.zip': nested } });
    expect(await code(read(bytes))).toBe('import_unpacks_too_large');
  });

  it('stops where a part unpacks to more than its directory says', async () => {
    const rows = Array.from({ length: 5000 }, () => ['cùng một dòng']);
    const honest = Buffer.from(xlsxFile([{ name: 'A', rows }]));
    const lying = Buffer.from(honest);
    // The directory entry of the sheet: its size stands 24 bytes behind the signature.
    for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 1))
      if (lying.toString('latin1', at + 46, at + 46 + 24).startsWith('xl/worksheets/sheet1.xml'))
        lying.writeUInt32LE(100, at + 24);
    expect(await code(read(honest))).toBe('read');
    expect(await code(read(lying))).toBe('file_damaged');
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&lol2;</t></is></c></row></sheetData></worksheet>',
      'import_xml_refused',
    ],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>',
      'import_xml_refused',
    ],
    [
      'an unknown entity',
      '<worksheet><sheetData><row r="1"><c r="A1"><v>&nope;</v></c></row></sheetData></worksheet>',
      'file_damaged',
    ],
    ['broken XML', '<worksheet><sheetData><row>', 'file_damaged'],
    [
      'rows out of order',
      '<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>',
      'file_damaged',
    ],
    [
      'a cell nowhere',
      '<worksheet><sheetData><row r="1"><c r="7"/></row></sheetData></worksheet>',
      'file_damaged',
    ],
    ['nothing in it', '<worksheet><sheetData/></worksheet>', 'import_file_without_rows'],
  ])('refuses a sheet with %s', async (_, xml, expected) => {
    const bytes = xlsxFile([{ name: 'A', rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': xml } });
    expect(await code(read(bytes))).toBe(expected);
  });

  it('holds its limits of rows, columns, sheets and merged ranges', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => ['a']);
    expect(await code(sheet({ rows: rows(IMPORT_LIMITS.rows) }))).toBe('read');
    expect(await code(sheet({ rows: rows(IMPORT_LIMITS.rows + 1) }))).toBe('import_too_many_rows');
    const wide = (count: number) => [Array.from({ length: count }, () => 'a')];
    expect(await code(sheet({ rows: wide(IMPORT_LIMITS.columns) }))).toBe('read');
    expect(await code(sheet({ rows: wide(IMPORT_LIMITS.columns + 1) }))).toBe('import_too_many_columns');
    const merges = Array.from(
      { length: IMPORT_LIMITS.merges + 1 },
      (_, index) => `A${index + 1}:B${index + 1}`,
    );
    expect(await code(sheet({ rows: rows(1), merges }))).toBe('import_too_many_merges');
    const sheets = Array.from({ length: IMPORT_LIMITS.sheets + 1 }, (_, index) => ({
      name: `S${index}`,
      rows: rows(1),
    }));
    expect(await code(read(xlsxFile(sheets)))).toBe('import_too_many_sheets');
  });

  it('holds its limit of cells over all sheets, a million when nothing else is said', async () => {
    const sheets = ['A', 'B'].map((name) => ({ name, rows: [['a', 'b', null, 'c']] }));
    const within = (max: number) => readTable(bytesInMemory(xlsxFile(sheets)), 'a.xlsx', new CellBudget(max));
    expect(await code(within(6))).toBe('read');
    expect(await code(within(5))).toBe('import_too_many_cells');
    const list = bytesInMemory(new TextEncoder().encode('a,b\n1,\n'));
    expect(await code(readTable(list, 'a.csv', new CellBudget(3)))).toBe('read');
    expect(await code(readTable(list, 'a.csv', new CellBudget(2)))).toBe('import_too_many_cells');
    const budget = new CellBudget();
    for (let cell = 0; cell < IMPORT_LIMITS.cells; cell += 1) budget.spend();
    expect(() => budget.spend()).toThrow('import_too_many_cells');
  });

  it.each([
    ['macros', 'macro-enabled.xlsx', 'a.xlsx', 'file_macros_refused'],
    ['macros under their own name', 'macro-enabled.xlsx', 'a.xlsm', 'file_macros_refused'],
    ['a text document', 'report.docx', 'a.xlsx', 'import_file_type_refused'],
    ['a plain archive', 'plain.zip', 'a.xlsx', 'import_file_type_refused'],
    ['a web page called Excel', 'page.html', 'a.xls', 'import_markup_refused'],
    ['a web page called CSV', 'page.html', 'a.csv', 'import_markup_refused'],
    ['a letter called CSV', 'letter.pdf', 'a.csv', 'import_file_type_refused'],
    ['a picture', 'photo.png', 'a.xlsx', 'import_file_type_refused'],
    ['nothing', 'empty.pdf', 'a.xlsx', 'file_empty'],
  ])('refuses %s', async (_, file, name, expected) => {
    const bytes = readFileSync(new URL(`../../../../../test/fixtures/files/${file}`, import.meta.url));
    expect(await code(read(bytes, name))).toBe(expected);
  });

  it('refuses password-locked and old Excel files by name', async () => {
    const container = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex');
    const locked = Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]);
    expect(await code(read(locked, 'a.xlsx'))).toBe('import_file_encrypted');
    expect(await code(read(container, 'a.xls'))).toBe('import_old_excel_refused');
  });

  it('refuses a workbook under another name, and a list under the name of a workbook', async () => {
    expect(await code(read(xlsxFile([{ name: 'A', rows: [['a']] }]), 'a.csv'))).toBe('file_type_mismatch');
    expect(await code(csv('a,b\n1,2', 'a.xlsx'))).toBe('file_type_mismatch');
  });

  it('refuses a cut-off file and two parts of one name', async () => {
    const whole = xlsxFile([{ name: 'A', rows: [['a']] }]);
    expect(await code(read(whole.subarray(0, whole.length - 40)))).toBe('file_damaged');
    expect(
      await code(read(xlsxFile([{ name: 'A', rows: [['a']] }], { parts: { 'XL/Workbook.xml': '<a/>' } }))),
    ).toBe('file_damaged');
  });
});

describe('CSV', () => {
  const HEADER = 'Tên dự án,Nhà đầu tư,Mã số thuế';
  it.each([',', ';', '\t'] as const)(
    'finds the delimiter %j on the header, behind titles',
    async (delimiter) => {
      const text = [
        'DANH MỤC, DỰ ÁN; NĂM 2026',
        HEADER.replaceAll(',', delimiter),
        ['"A; ""b"", c"', 'B', '1'].join(delimiter),
      ];
      const table = await csv(text.join('\r\n'));
      expect(table.csv).toEqual({ delimiter, encoding: 'utf-8' });
      expect(texts(table.sheets[0] as TableSheet).slice(1)).toEqual([
        ['Tên dự án', 'Nhà đầu tư', 'Mã số thuế'],
        ['A; "b", c', 'B', '1'],
      ]);
    },
  );

  it('takes no title for the table, though it has more commas than the table has columns', async () => {
    const { csv: found } = await csv(
      'DANH MỤC, DỰ ÁN, NĂM, 2026\n\nCột A;Cột B\n1.234,5;Xi măng\n2.000;Đá\n',
    );
    expect(found?.delimiter).toBe(';');
  });

  it('reads UTF-8 with and without its mark, and UTF-16 with it', async () => {
    const text = `${HEADER}\nXi măng,Đá,1\n`;
    const big = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    for (const [bytes, encoding] of [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(`\ufeff${text}`), 'utf-8'],
      [Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
      [big, 'utf-16be'],
    ] as const) {
      const table = await read(bytes, 'a.csv');
      expect(table.csv?.encoding).toBe(encoding);
      expect(texts(table.sheets[0] as TableSheet)[0]).toEqual(HEADER.split(','));
    }
  });

  it.each([
    ['Windows-1258', Buffer.from([...Buffer.from('Ten,Nha\n'), 0xd0, 0xe0, 0x20, 0x4e, 0xcc])],
    ['TCVN3', Buffer.from([...Buffer.from('T'), 0xaa, 0x6e, 0x20, 0x64, 0xf9, 0x20, 0xb8, 0x6e])],
    ['UTF-16 without its mark', Buffer.from(HEADER, 'utf16le')],
    ['NUL in it', Buffer.from(`${HEADER}\nA\0,B,1`)],
  ])('refuses %s instead of guessing', async (_, bytes) => {
    expect(await code(read(bytes, 'a.csv'))).toBe('import_encoding_refused');
  });

  it('refuses an open quote, too many rows and columns, and a file of blanks', async () => {
    expect(await code(csv(`${HEADER}\n"A,B,1\nC,D,2\n`))).toBe('import_csv_quotes');
    expect(await code(csv('a,b\n'.repeat(IMPORT_LIMITS.rows + 1)))).toBe('import_too_many_rows');
    expect(await code(csv(`${'a,'.repeat(IMPORT_LIMITS.columns)}a`))).toBe('import_too_many_columns');
    expect(await code(csv('\n , \n,,\n'))).toBe('import_file_without_rows');
  });

  it('keeps a quoted line break in its row, and a quote within a word', async () => {
    const table = await csv(`${HEADER}\n"Hai\ndòng",Công ty "Sao Mai",1\n`);
    expect(texts(table.sheets[0] as TableSheet)[1]).toEqual(['Hai dòng', 'Công ty "Sao Mai"', '1']);
  });

  it('gives back every field that was written', async () => {
    const field = fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .filter((text) => !text.includes('\0') && text.isWellFormed());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field, field), { maxLength: 10 }), async (rows) => {
        const table = await csv([HEADER, ...rows.map((fields) => fields.map(quoted).join(','))].join('\n'));
        const back = rows.map((_, index) => {
          const cells = table.sheets[0]?.rows.find(({ number }) => number === index + 2)?.cells;
          return [0, 1, 2].map((column) => {
            const value = cells?.get(column)?.value;
            return value?.kind === 'text' ? value.text : '';
          });
        });
        expect(back).toEqual(rows.map((fields) => fields.map((text) => (text.trim() === '' ? '' : text))));
      }),
      drawn(60),
    );
  });
});

it('the builder escapes what XML cannot hold as Excel does', () => {
  expect(escapedXml('a\u0001<b>')).toBe('a_x0001_&lt;b&gt;');
});
