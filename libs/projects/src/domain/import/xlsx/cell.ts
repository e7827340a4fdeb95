import { isCivilDate } from '#kernel';
import { IMPORT_LIMITS } from '../table/limits.js';
import { type CellBudget } from '../table/cell-budget.js';
import { type CellValue, type TableCell } from '../table/table.types.js';
import { dayOfSerial } from '../values/serial-day.js';
import { unescaped } from './shared-strings.js';

/** A cell as its XML says it. */
export interface CellDraft {
  type: string;
  style: number;
  formula: boolean;
  hasValue: boolean;
  text: string;
}
/** What cells point to. */
export interface CellMeanings {
  sharedStrings: readonly string[];
  dayStyles: readonly boolean[];
  since1904: boolean;
  budget: CellBudget;
}

/** What a cell holds; null when it holds nothing. */
export function cellOf(draft: CellDraft, meanings: CellMeanings): TableCell | null {
  const { formula, hasValue } = draft;
  if (formula && !hasValue)
    return { formula, value: { kind: 'fault', code: 'formula_without_value', text: '' } };
  const value = hasValue ? valueOf(draft, meanings) : null;
  return value && { formula, value };
}

function valueOf(draft: CellDraft, meanings: CellMeanings): CellValue | null {
  switch (draft.type) {
    case 's':
      return textValue(meanings.sharedStrings[Number(draft.text)] ?? '');
    case 'str':
    case 'inlineStr':
      return textValue(unescaped(draft.text));
    case 'b':
      return { kind: 'boolean', truth: draft.text.trim() === '1' };
    case 'e':
      return { kind: 'fault', code: 'error_cell', text: draft.text.slice(0, 20) };
    case 'd':
      return dayValue(draft.text);
    default:
      return numberValue(draft, meanings);
  }
}

/** A text cell; null when there is nothing but blanks in it. */
export function textValue(text: string): CellValue | null {
  if (text.length > IMPORT_LIMITS.cellCharacters)
    return { kind: 'fault', code: 'cell_too_long', text: text.slice(0, 100) };
  return text.trim() === '' ? null : { kind: 'text', text };
}

function dayValue(text: string): CellValue | null {
  const day = text.slice(0, 10);
  return text.trim() === '' ? null : { kind: 'date', date: isCivilDate(day) ? day : null };
}

function numberValue({ text, style }: CellDraft, { dayStyles, since1904 }: CellMeanings): CellValue | null {
  if (text.trim() === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number)) return { kind: 'fault', code: 'error_cell', text: text.slice(0, 20) };
  if (dayStyles[style] === true) return { kind: 'date', date: dayOfSerial(number, since1904) };
  return { kind: 'number', number };
}
