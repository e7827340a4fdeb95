import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { IMPORT_FIELDS } from './columns/import-fields.js';
import { mendRow } from './mend-row.js';
import { type ReadRow } from './read-rows.js';

const REQUEST = {
  mapping: { name: 0, investorName: 1, capitalVnd: 3, registeredOn: 4, certificateNumber: 5 },
  amount: { unit: 'billion_vnd', decimal: null },
  today: civilDate('2026-07-15'),
} as const;
const row = (changes: Partial<ReadRow> = {}): ReadRow => ({
  number: 7,
  hidden: false,
  project: {
    ...(Object.fromEntries(IMPORT_FIELDS.map((field) => [field, null])) as unknown as ReadRow['project']),
    name: 'Nhà máy gạch',
    investorName: 'Công ty Gạch',
  },
  written: {
    name: 'Nhà máy gạch',
    investorName: 'Công ty Gạch',
    capitalVnd: '1.200',
    registeredOn: '5/7/26',
  },
  faults: [
    { field: 'capitalVnd', cell: 'D7', code: 'amount_ambiguous' },
    { field: 'registeredOn', cell: 'E7', code: 'date_two_digit_year' },
  ],
  formulas: ['capitalVnd'],
  ...changes,
});

describe('a faulty row that a person mends', () => {
  test('is sound once each faulty cell was written anew, by the unit of the list', () => {
    const mended = mendRow(row(), { capitalVnd: '1200', registeredOn: '05/07/2026' }, REQUEST);
    expect(mended.faults).toEqual([]);
    expect(mended.project).toMatchObject({ capitalVnd: 1.2e12, registeredOn: '2026-07-05' });
    expect([mended.written.capitalVnd, mended.formulas]).toEqual(['1200', []]);
  });
  test('keeps what is wrong with cells that nobody wrote anew, and names cells that are wrong again', () => {
    const mended = mendRow(row(), { capitalVnd: '12 con bò' }, REQUEST);
    expect(mended.faults).toEqual([
      { field: 'registeredOn', cell: 'E7', code: 'date_two_digit_year' },
      { field: 'capitalVnd', cell: 'D7', code: 'amount_not_readable' },
    ]);
  });
  test('takes an empty text for what is not known, and refuses it where something has to stand', () => {
    const mended = mendRow(row(), { name: ' ', capitalVnd: '', registeredOn: '' }, REQUEST);
    expect(mended.faults).toEqual([{ field: 'name', cell: 'A7', code: 'required' }]);
    expect(mended.written).toEqual({ investorName: 'Công ty Gạch' });
  });
  test('finds the faults of the rules again: a certificate without its day', () => {
    const wrong = row({ faults: [{ field: 'certificateOn', cell: null, code: 'required' }] });
    wrong.project = { ...wrong.project, certificateNumber: '22' };
    expect(mendRow(wrong, { capitalVnd: '' }, REQUEST).faults).toEqual(wrong.faults);
    expect(mendRow(wrong, { certificateNumber: '' }, REQUEST).faults).toEqual([]);
  });
  test('of another width than its header is sound only when every mapped field was written', () => {
    const ragged = row({ faults: [{ field: null, cell: null, code: 'ragged_row' }] });
    const some = { capitalVnd: '', registeredOn: '', certificateNumber: '' };
    expect(mendRow(ragged, some, REQUEST).faults).toEqual(ragged.faults);
    expect(mendRow(ragged, { ...some, name: 'Nhà máy', investorName: 'Công ty' }, REQUEST).faults).toEqual(
      [],
    );
  });
});
