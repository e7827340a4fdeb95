import { type TFunction } from 'i18next';
import { type FaultyField } from '../../../ui/fault-pointer.js';
import { partsOfCell } from './facts-of-form.js';
import { nameOfRow } from './row-name.js';
import { type LineField, type MachineField, type SelfCheckForm } from './self-check.form.js';

/** What the input of a fact is called, by its id: its row, then the fact; null for no input. */
export function cellField(
  cell: string | null,
  form: SelfCheckForm,
  t: TFunction<'public'>,
): (FaultyField & { id: string }) | null {
  const { row, field } = partsOfCell(cell ?? '');
  if (cell === null || row === '') return null;
  const name = t(`selfCheck.fields.${field as LineField | MachineField}`);
  return { id: cell, label: `${nameOfRow(form, row, t)}, ${name}` };
}
