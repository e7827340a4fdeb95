import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { xlsxFile, zipOf } from '../../../../test/support/xlsx-builder.js';
import { layoutOf } from './columns.js';
import { judgeRow } from './judge-rows.js';
import { showsPercent } from './percent-cells.js';
import { readWorkbook } from './read-xlsx.js';

const HEADINGS = ['Tên máy', 'Mã HS', 'Năm sản xuất', 'Công suất còn lại', 'Hiệu suất'];
const MACHINE = ['Máy ép', '84771039', 2016, 0.85, 0.8999999999999999];

/** A workbook whose style 1 is another number format, worn by the cells that are named. */
function styled(format: string, cells: readonly string[]): Uint8Array {
  const made = unzipSync(xlsxFile([{ name: 'May', rows: [HEADINGS, MACHINE] }])) as Record<
    string,
    Uint8Array
  >;
  const part = (name: string) => strFromU8(made[name] ?? new Uint8Array());
  const sheet = cells.reduce(
    (xml, cell) => xml.replace(`<c r="${cell}">`, `<c r="${cell}" s="1">`),
    part('xl/worksheets/sheet1.xml'),
  );
  const styles = part('xl/styles.xml').replace('dd/mm/yyyy', format);
  return zipOf({ ...made, 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': sheet });
}
const machineOf = (bytes: Uint8Array) => {
  const rows = readWorkbook(bytes)[0]?.rows ?? [];
  return judgeRow(rows[1] ?? [], 2, layoutOf(rows).mapping, { lines: [], year: 2026 });
};

describe('cells of a workbook that show percent', () => {
  test('say what stands on the screen, not a hundredth of it', () => {
    const { row, faults } = machineOf(styled('0.0%', ['D2', 'E2']));
    expect(row).toMatchObject({ remainingCapacityPct: { value: 85 }, efficiencyPct: { value: 90 } });
    expect(faults).toEqual([]);
  });
  test('are known by their format alone: a number of another one stays as it is, and so does a text', () => {
    expect(machineOf(styled('0.00', ['D2', 'E2'])).row).toMatchObject({
      remainingCapacityPct: { value: 0.85 },
    });
    expect(machineOf(styled('0%', ['A2', 'B2'])).row).toMatchObject({ name: 'Máy ép', hsCode: '84771039' });
  });
  test.each([
    ['0%', true],
    ['#,##0.0 %;[Red]-0%', true],
    ['0.00', false],
    ['0" %"', false],
    ['0\\%', false],
    ['General', false],
  ])('%s: %s', (format, shows) => expect(showsPercent(format)).toBe(shows));
});

test('a line beside several machines is the line of each', () => {
  const rows = [
    ['Tên máy', 'Mã HS', 'Dây chuyền'],
    ['Máy ép', '84771039', 'Dây chuyền ép'],
    ['Lò nung', '84178000', null],
  ];
  expect(readWorkbook(xlsxFile([{ name: 'May', rows, merges: ['C2:C3'] }]))[0]?.rows[2]).toEqual([
    ...['Lò nung', '84178000', 'Dây chuyền ép'],
  ]);
});
