import { type TFunction } from 'i18next';
import { type SelfCheckForm } from './self-check.form.js';

/** What a row is called: the name that was entered, else its kind and number; the project where it is no row. */
export function nameOfRow(form: SelfCheckForm, id: string | null, t: TFunction<'public'>): string {
  const line = form.lines.findIndex((row) => row.id === id);
  if (line >= 0) return form.lines[line]?.technologyName.trim() || t('selfCheck.line', { number: line + 1 });
  const machine = form.equipment.findIndex((row) => row.id === id);
  if (machine >= 0)
    return form.equipment[machine]?.name.trim() || t('selfCheck.machine', { number: machine + 1 });
  return t('result.project');
}
