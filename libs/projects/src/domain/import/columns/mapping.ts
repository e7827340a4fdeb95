import { Refusal } from '#kernel';
import { type TableSheet } from '../table/table.types.js';
import { type AmountReading, type AmountUnit, unitIn } from '../values/read-amount.js';
import { folded } from '../values/clean-text.js';
import { findHeaderRow, headingsOf, repeatedHeadings } from './header.js';
import { type ImportField, REQUIRED_FIELDS } from './import-fields.js';
import { recognisedColumns } from './recognise.js';

/** Which column is which field; columns from 0. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

export interface ColumnProposal {
  column: number;
  heading: string;
  field: ImportField | null;
  /** 0 to 1; 0 where nothing is proposed. */
  score: number;
  repeated: boolean;
}
/** What we would make of a sheet, for a person to check. */
export interface SheetProposal {
  headerRow: number | null;
  columns: ColumnProposal[];
  /** Of the capital, as its heading says; null when it says none. */
  unit: AmountUnit | 'other_currency' | null;
}

/** Proposes header row, columns and unit; a header row given by a person is taken as it is. */
export function proposalOf(sheet: TableSheet, givenHeaderRow: number | null = null): SheetProposal {
  const headerRow = givenHeaderRow ?? findHeaderRow(sheet);
  if (headerRow === null) return { headerRow, columns: [], unit: null };
  const headings = headingsOf(sheet, headerRow);
  const repeated = repeatedHeadings(headings);
  const known = new Map(recognisedColumns(headings).map((column) => [column.column, column]));
  const columns = headings.map((heading, column) => ({
    column,
    heading,
    field: known.get(column)?.field ?? null,
    score: known.get(column)?.score ?? 0,
    repeated: repeated.includes(column),
  }));
  const capital = columns.find(({ field }) => field === 'capitalVnd');
  return { headerRow, columns, unit: capital ? unitIn(bracketsOf(capital.heading)) : null };
}

/** "Tổng vốn đầu tư" holds no unit, but "tư" or "đ" must not be taken for one: brackets first, then what ends it. */
const bracketsOf = (heading: string): string =>
  /[([]([^)\]]*)[)\]]/.exec(heading)?.[1] ?? heading.split(/[,:;-]/).at(-1) ?? heading;

/**
 * Checks what a person chose.
 * @throws Refusal `import_columns_missing` (name or investor), `import_unit_missing`, `import_currency_refused`,
 * `import_header_row_invalid`
 */
export function requireMapping(
  sheet: TableSheet,
  headerRow: number,
  mapping: ColumnMapping,
  amount: Partial<AmountReading>,
): void {
  if (!sheet.rows.some(({ number }) => number === headerRow))
    throw new Refusal('import_header_row_invalid', { headerRow });
  const missing = REQUIRED_FIELDS.filter((field) => mapping[field] === undefined);
  if (missing.length > 0) throw new Refusal('import_columns_missing', { missing });
  if (mapping.capitalVnd === undefined) return;
  const heading = headingsOf(sheet, headerRow)[mapping.capitalVnd] ?? '';
  if (unitIn(bracketsOf(heading)) === 'other_currency')
    throw new Refusal('import_currency_refused', { heading });
  if (amount.unit === undefined) throw new Refusal('import_unit_missing');
}

/** By what a list is known again when its next edition comes. */
export const headingsKey = (headings: readonly string[]): string => headings.map(folded).join('|');
