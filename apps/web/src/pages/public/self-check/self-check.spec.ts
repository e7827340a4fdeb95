import { describe, expect, test } from '@jest/globals';
import { cellOfPointer, readForm, triableChange } from './facts-of-form.js';
import { changesOf, findingsBySubject } from './findings-by-subject.js';
import { isTable, withTable } from './pasted-table.js';
import { type PreviewFinding } from './preview.query.js';
import {
  blankForm,
  type SelfCheckForm,
  withCell,
  withLine,
  withMachine,
  withoutRow,
} from './self-check.form.js';
import { nextState, startOf } from './self-check.state.js';

const blank = blankForm('2026-11-26');
const machine = (field: string, text: string, id = 'equipment-1') => ({ id, field, text });
const filled = (...cells: [field: string, text: string][]): SelfCheckForm =>
  cells.reduce((form, [field, text]) => withCell(form, 'equipment', machine(field, text)), blank);

describe('what was typed as facts', () => {
  test('rows that say nothing are left out, though defaults stand in them', () => {
    expect(readForm(blank).facts).toEqual({ lines: [], equipment: [] });
  });
  test('percentages take comma and point, codes and sites are lists, what is empty is unknown', () => {
    const line = (field: string, text: string) => ({ id: 'line-1', field, text });
    const form = [
      line('technologyName', ' Kính nổi '),
      line('actualCapacityPct', '84,5 %'),
      line('standards', 'QCVN 12; ;ISO 1'),
      line('oecdSites', 'jp Osaka\n\nDE: Köln'),
    ].reduce((before, cell) => withCell(before, 'lines', cell), blank);
    expect(readForm({ ...form, environmentalGroup: 'II' }).facts).toEqual({
      project: { environmentalGroup: 'II' },
      lines: [
        {
          ...{ id: 'line-1', technologyName: 'Kính nổi', condition: 'new', acquisition: 'imported' },
          actualCapacityPct: { value: 84.5 },
          standards: ['QCVN 12', 'ISO 1'],
          oecdSites: [
            { country: 'JP', site: 'Osaka' },
            { country: 'DE', site: 'Köln' },
          ],
        },
      ],
      equipment: [],
    });
  });
  test('what cannot be read is named by its input and never sent', () => {
    const read = readForm(filled(['name', 'Máy'], ['yearMade', '20l6']));
    expect(read.faults).toEqual([{ cell: 'check-equipment-1-yearMade', code: 'year' }]);
    expect(read.facts.equipment?.[0]).not.toHaveProperty('yearMade');
  });
  test('marks that nobody sees are no part of what was typed', () => {
    const read = readForm(
      filled(['name', '\u2068Máy\u2069'], ['yearMade', '2012\u200f'], ['standards', 'TCVN 1\u000bTCVN 2']),
    );
    expect(read.faults).toEqual([]);
    expect(read.facts.equipment?.[0]).toMatchObject({
      ...{ name: 'Máy', yearMade: 2012, standards: ['TCVN 1', 'TCVN 2'] },
    });
    expect(readForm(filled(['name', '\u200b'])).facts.equipment).toEqual([]);
  });
  test('a site stands behind the code of a country: two other letters are none', () => {
    const form = withCell(blank, 'lines', { id: 'line-1', field: 'oecdSites', text: 'UK London' });
    expect(readForm(form).faults).toEqual([{ cell: 'check-line-1-oecdSites', code: 'site' }]);
  });
  test('a machine does not name a line that is not sent', () => {
    const { facts } = readForm(filled(['name', 'Máy'], ['lineRef', 'line-1']));
    expect(facts.equipment?.[0]).not.toHaveProperty('lineRef');
  });
  test('a fault of the API is found by place among the rows that were sent', () => {
    const two = withMachine(filled(['name', '']));
    const form = withCell(two, 'equipment', machine('name', 'Máy', 'equipment-2'));
    const { sent } = readForm(form);
    expect(cellOfPointer('/facts/equipment/0/yearMade', sent)).toBe('check-equipment-2-yearMade');
    expect(cellOfPointer('/procedureId', sent)).toBeNull();
  });
  test('a row that goes takes no id with it that another one gets', () => {
    const form = withLine(withCell(blank, 'equipment', machine('lineRef', 'line-1')));
    const less = withoutRow(form, 'lines', 'line-1');
    expect(less.equipment[0]?.lineRef).toBe('');
    expect(withLine(less).lines.map(({ id }) => id)).toEqual(['line-2', 'line-3']);
  });
});

describe('a table from a spreadsheet', () => {
  const at = { id: 'equipment-1', field: 'name' } as const;
  test('is told from the content of one cell', () => {
    expect(['a\tb', 'a\nb', 'a', 'a\n'].map(isTable)).toEqual([true, true, false, false]);
  });
  test('is laid by its headings in any order; columns that nobody knows are left out', () => {
    const text =
      'STT\tNăm SX\tTên máy\tTình trạng\tMã HS\r\n1\t2015\tMáy tiện\tĐã qua sử dụng\t8458.11\r\n2\t\tMáy phay\tMới\t\r\n';
    const { form, rows } = withTable(blank, text, at);
    expect(rows).toBe(2);
    expect(form.equipment).toMatchObject([
      { id: 'equipment-1', name: 'Máy tiện', yearMade: '2015', condition: 'used', hsCode: '8458.11' },
      { id: 'equipment-2', name: 'Máy phay', yearMade: '', condition: 'new', plannedArrivalYear: '2026' },
    ]);
  });
  test('without headings fills from its cell to the right and down', () => {
    const { form } = withTable(filled(['name', 'Máy']), '84771039\t2012\n84771040\t2013', {
      ...at,
      field: 'hsCode',
    });
    expect(form.equipment).toMatchObject([
      { name: 'Máy', hsCode: '84771039', yearMade: '2012' },
      { name: '', hsCode: '84771040', yearMade: '2013' },
    ]);
  });
  test('knows words with marks before them, and breaks no row at a line end within a cell', () => {
    const { form, rows } = withTable(blank, 'Máy\u000btiện\t84771039\t2012\u200e\t2026\t\u200eĐã qua', at);
    expect(rows).toBe(1);
    expect(form.equipment[0]).toMatchObject({ name: 'Máy tiện', yearMade: '2012', condition: 'used' });
  });
  test('keeps quoted cells together, takes no more rows than one preview, and says how many it left out', () => {
    expect(withTable(blank, '"Máy ""A""\ncũ"\t84771039', at).form.equipment[0]).toMatchObject({
      name: 'Máy "A" cũ',
      hsCode: '84771039',
    });
    const many = Array.from({ length: 2100 }, (_, row) => `Máy ${row}\t84771039`).join('\n');
    const pasted = withTable(blank, many, at);
    expect([pasted.form.equipment.length, pasted.rows, pasted.left]).toEqual([2000, 2000, 100]);
    expect(new Set(pasted.form.equipment.map(({ id }) => id)).size).toBe(2000);
    const state = nextState(startOf(blank), { kind: 'paste', ...at, text: many });
    expect(state.pasted).toEqual({ rows: 2000, left: 100 });
    expect(nextState(state, { kind: 'add', section: 'lines' }).pasted).toEqual({ rows: 0, left: 0 });
  });
});

describe('trying changes', () => {
  test('a number of a row can be tried, a standard or sites cannot', () => {
    const path = (field: string) => `equipment[equipment-1].${field}`;
    expect(triableChange({ path: path('yearMade'), to: 2016 })).toEqual({
      ...{ section: 'equipment', id: 'equipment-1', field: 'yearMade', text: '2016' },
    });
    expect(triableChange({ path: path('standards'), to: 'QCVN' })).toBeNull();
    expect(triableChange({ path: 'lines[line-1].oecdSites', to: 3 })).toBeNull();
  });
  test('several changes are taken back together, until somebody enters something', () => {
    const start = startOf(filled(['yearMade', '2012']));
    const change = (text: string) =>
      ({ kind: 'try', section: 'equipment', id: 'equipment-1', field: 'yearMade', text }) as const;
    const tried = [change('2016'), change('2017')].reduce(nextState, start);
    expect(tried.form.equipment[0]?.yearMade).toBe('2017');
    expect(nextState(tried, { kind: 'undo' })).toEqual(start);
    const theirs = nextState(tried, { ...change('2018'), kind: 'cell' });
    expect(theirs.entered).toBeNull();
  });
});

describe('findings as they are read', () => {
  const finding = (id: string, verdict: PreviewFinding['verdict']): PreviewFinding =>
    ({
      key: `${id} ${verdict}`,
      subject: { kind: 'equipment', id },
      verdict,
      wouldChange: [
        { path: 'a', to: 1, becomes: 'met' },
        { path: 'b', to: 2, becomes: 'breached' },
      ],
      texts: { wouldChange: ['better', 'worse'] },
    }) as unknown as PreviewFinding;
  test('stand by machine, the worst first, what is in order apart', () => {
    const groups = findingsBySubject([
      finding('a', 'met'),
      finding('b', 'inconclusive'),
      finding('b', 'breached'),
    ]);
    expect(
      groups.map(({ id, open, others }) => [id, open.map(({ verdict }) => verdict), others.length]),
    ).toEqual([
      ['b', ['breached', 'inconclusive'], 0],
      ['a', [], 1],
    ]);
  });
  test('tell changes that help from those that harm', () => {
    const { helping, harming } = changesOf(finding('a', 'breached'));
    expect([helping, harming].map((changes) => changes.map(({ text }) => text))).toEqual([
      ['better'],
      ['worse'],
    ]);
  });
});
