import { describe, expect, test } from '@jest/globals';
import { layoutOf } from '../../machine-list/columns.js';
import { judgeRow } from '../../machine-list/judge-rows.js';
import { proposedMachines, readMachines, takenList, tooManyOf, withMend } from './machine-proposal.js';

const YEAR = 2026;
const rows = [
  ['DANH MỤC'],
  ['STT', 'Tên máy', 'Mã HS', 'Năm sản xuất', 'Dây chuyền'],
  ['1', 'Máy ép', '8477.10.39', '2015', 'Dây chuyền sấy'],
  ['2', 'Lò nung', '12', '2099', 'day chuyen say'],
  ['3', '', '', '', '2'],
];
const table = { name: 'Sheet1', rows };
const layout = layoutOf(rows);
const judged = [2, 3, 4].map((index) =>
  judgeRow(rows[index] ?? [], index + 1, layout.mapping, { lines: [], year: YEAR }),
);
const list = readMachines(table, layout, judged);
const proposed = (mends = {}, removed: string[] = []) => proposedMachines(list, mends, removed, YEAR);

describe('a list of machines that came with a letter', () => {
  test('each value knows its cell, and the lines are those that the table names', () => {
    expect(list.machines[0]).toMatchObject({
      id: 'm-3',
      row: { name: 'Máy ép', yearMade: 2015, lineRef: 'l-1' },
      places: { name: 'Sheet1!B3', hsCode: 'Sheet1!C3', yearMade: 'Sheet1!D3', lineRef: 'Sheet1!E3' },
    });
    expect(list.lines).toEqual([
      { id: 'l-1', name: 'Dây chuyền sấy' },
      { id: 'l-2', name: 'Dây chuyền 2' },
    ]);
    expect(list.machines.map(({ row }) => row['lineRef'])).toEqual(['l-1', 'l-1', 'l-2']);
  });

  test('is told to be too long before anything is written: of machines, and of the lines that they name', () => {
    const [machine] = proposed();
    if (machine === undefined) throw new Error('no machine');
    const many = (count: number, lineOf: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => ({
        ...machine,
        row: { ...machine.row, lineRef: lineOf(index) },
      }));
    const oneLine = () => 'l-1';
    expect([many(2000, oneLine), many(2001, oneLine)].map(tooManyOf)).toEqual([null, 'machines']);
    const ownLine = (index: number) => `l-${index}`;
    expect([many(200, ownLine), many(201, ownLine)].map(tooManyOf)).toEqual([null, 'lines']);
  });

  test('what cannot be read is told, and stays unknown in the facts; what can be read goes there with its cell', () => {
    const machines = proposed();
    expect(machines.map(({ faults }) => faults.map(({ field, code }) => `${field} ${code}`))).toEqual([
      [],
      ['yearMade year_in_future', 'hsCode hs_digits'],
      [],
    ]);
    expect(machines[1]?.written).toMatchObject({ hsCode: '12', yearMade: '2099' });
    const { equipment, places } = takenList(list, machines);
    expect(equipment[1]).toEqual({ id: 'm-4', name: 'Lò nung', lineRef: 'l-1' });
    expect(places['equipment[m-4].name']).toBe('Sheet1!B4');
    expect(places['equipment[m-4].hsCode']).toBeUndefined();
    expect(places['lines[l-2].name']).toBe('Sheet1!E5');
  });

  test('a mended value is the clerk’s, not that of its cell; typing what the table says is no change', () => {
    const lot = list.machines[1]!;
    const mended = withMend({}, lot, 'hsCode', '84178000');
    const { equipment, places } = takenList(list, proposed(mended));
    expect(equipment[1]).toMatchObject({ hsCode: '84178000' });
    expect(places['equipment[m-4].hsCode']).toBeUndefined();
    expect(withMend(mended, lot, 'hsCode', '12')).toEqual({ 'm-4': {} });
    const emptied = withMend({}, list.machines[0]!, 'yearMade', undefined);
    expect(takenList(list, proposed(emptied)).equipment[0]).not.toHaveProperty('yearMade');
  });

  test('a machine that was taken out takes its line with it when nothing else belongs to it', () => {
    const taken = takenList(list, proposed({}, ['m-5']));
    expect(taken.lines).toEqual([{ id: 'l-1', name: 'Dây chuyền sấy' }]);
    expect(taken.equipment).toHaveLength(2);
    expect(Object.keys(taken.places).some((path) => path.includes('l-2'))).toBe(false);
  });
});
