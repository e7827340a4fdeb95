import { type CivilDate } from '#kernel';
import { projectFaults, type ToldProject } from '../project-faults.js';
import { DAY_FIELDS, IMPORT_FIELDS, type ImportField } from './columns/import-fields.js';
import { type ColumnMapping } from './columns/mapping.js';
import { type ReadRow, type RowFault } from './read-rows.js';
import { cellName } from './table/table.types.js';
import { cleanText } from './values/clean-text.js';
import { type AmountReading } from './values/read-amount.js';
import { readField, type Reading } from './values/read-field.js';

/** What a person writes in the place of cells; an empty text means that nothing is known. */
export type MendedTexts = Partial<Record<ImportField, string>>;
export interface MendRequest {
  mapping: ColumnMapping;
  amount: AmountReading;
  today: CivilDate;
}
/** The person writes one day, not a column of them: day before month, as the page says. */
const DAYS = Object.fromEntries(
  DAY_FIELDS.map((field) => [field, { since1904: false, monthFirstSeen: false }]),
) as Reading['days'];

/**
 * A row with texts of a person in the place of some of its cells, read and judged by the same rules as the file. Cells that
 * nobody wrote anew keep their values and what is wrong with them. A row whose cells do not fit its header is sound once every
 * mapped field was written.
 */
export function mendRow(row: ReadRow, texts: MendedTexts, request: MendRequest): ReadRow {
  const { mapping, amount, today } = request;
  const written = { ...row.written };
  const values: Partial<Record<ImportField, unknown>> = { ...row.project };
  const cell = (field: ImportField): string | null => {
    const column = mapping[field];
    return column === undefined ? null : cellName(row.number, column);
  };
  const faults = keptFaults(row, texts, request);
  for (const field of touchedFields(texts)) {
    const text = cleanText(texts[field] ?? '');
    values[field] = null;
    delete written[field];
    if (text === '') continue;
    written[field] = text.slice(0, 500);
    const result = readField(field, { kind: 'text', text }, { amount, days: DAYS });
    if ('fault' in result) faults.push({ field, cell: cell(field), code: result.fault });
    else values[field] = result.value;
  }
  const project = Object.fromEntries(
    IMPORT_FIELDS.map((field) => [field, values[field] ?? null]),
  ) as unknown as ToldProject;
  const named = new Set(faults.map(({ field }) => field));
  const ruled = ruleFaults(project, today)
    .filter(({ field }) => !named.has(field))
    .map(({ field, code }) => ({ field, cell: cell(field), code }));
  const formulas = row.formulas.filter((field) => texts[field] === undefined);
  return { ...row, written, project, formulas, faults: [...faults, ...ruled] };
}

const touchedFields = (texts: MendedTexts): ImportField[] =>
  IMPORT_FIELDS.filter((field) => texts[field] !== undefined);

const ruleFaults = (project: ToldProject, today: CivilDate): { field: ImportField; code: string }[] =>
  projectFaults(project, today).flatMap(({ pointer, code }) =>
    IMPORT_FIELDS.filter((field) => pointer === `/${field}`).map((field) => ({ field, code })),
  );

/** Faults of reading in cells that nobody wrote anew; those of the rules are found again, ties are asked again. */
function keptFaults(row: ReadRow, texts: MendedTexts, { mapping, today }: MendRequest): RowFault[] {
  const ruled = ruleFaults(row.project, today);
  const isWhole = IMPORT_FIELDS.every((field) => mapping[field] === undefined || texts[field] !== undefined);
  return row.faults.filter(({ field, code }) => {
    if (code === 'importer_tied') return false;
    if (field === null) return !isWhole;
    return texts[field] === undefined && !ruled.some((one) => one.field === field && one.code === code);
  });
}
