import { expect, test } from '@jest/globals';
import { type ImportRow } from './import.query.js';
import { mendableFields, writtenIn } from './row-cells.js';

const list = { settings: { mapping: { name: 'A', investorName: 'B', capitalVnd: 'D' } } };
const row = (...faults: { field: string | null; code: string }[]) =>
  ({ faults, written: { capitalVnd: '1.200' } }) as unknown as ImportRow;

test('faulty cells are mended, every cell of a row that is wrong as a whole, and nobody writes another investor', () => {
  expect(mendableFields(row({ field: 'capitalVnd', code: 'amount_ambiguous' }), list)).toEqual([
    'capitalVnd',
  ]);
  expect(mendableFields(row({ field: null, code: 'ragged_row' }), list)).toEqual([
    ...['name', 'capitalVnd', 'investorName'],
  ]);
  expect(mendableFields(row({ field: 'investorName', code: 'importer_tied' }), list)).toEqual([]);
  expect(writtenIn(row(), ['name', 'capitalVnd'])).toEqual({ name: '', capitalVnd: '1.200' });
});
