import { type CivilDate } from '#kernel';
import { projectFaults, type ToldProject } from '../project-faults.js';
import { cellText, numbersColumns } from './columns/header.js';
import { DAY_FIELDS, IMPORT_FIELDS, type ImportField } from './columns/import-fields.js';
import { type ColumnMapping } from './columns/mapping.js';
import { mergedCells } from './table/merged-cells.js';
import { cellName, type TableCell, type TableRow, type TableSheet } from './table/table.types.js';
import { type AmountReading } from './values/read-amount.js';
import { monthFirstSeen } from './values/read-day.js';
import { type Reading, readField } from './values/read-field.js';

/** What is wrong with a row; `field` and `cell` are null where it is the row as a whole. */
export interface RowFault {
  field: ImportField | null;
  cell: string | null;
  code: string;
}
export interface ReadRow {
  /** As the spreadsheet program counts it. */
  number: number;
  hidden: boolean;
  project: ToldProject;
  /** What stands in the mapped cells, as a person reads it. */
  written: Partial<Record<ImportField, string>>;
  faults: RowFault[];
  /** Fields whose value is the stored result of a formula. */
  formulas: ImportField[];
}
export interface RowsRequest {
  headerRow: number;
  mapping: ColumnMapping;
  amount: AmountReading;
  today: CivilDate;
}

/** Reads the rows below the header as projects, each with what is wrong with it; nothing is repaired by guessing. */
export function readRows(sheet: TableSheet, request: RowsRequest): ReadRow[] {
  const body = bodyOf(sheet, request.headerRow);
  const merged = mergedCells(sheet.merges, request.headerRow);
  const reading: Reading = { amount: request.amount, days: daysOf(sheet, body, request.mapping) };
  const header = sheet.rows.find(({ number }) => number === request.headerRow);
  return body.map((row) => {
    const read = readRow(row, request, reading);
    const layout = [...widthFaults(row, header?.width ?? null), ...mergeFaults(row, request.mapping, merged)];
    return { ...read, faults: [...layout, ...read.faults] };
  });
}

/** Rows below the header, without the one that only numbers its columns. */
function bodyOf(sheet: TableSheet, headerRow: number): TableRow[] {
  const below = sheet.rows.filter(({ number }) => number > headerRow);
  return below[0] && numbersColumns(below[0]) ? below.slice(1) : below;
}

function daysOf(
  { since1904 }: TableSheet,
  body: readonly TableRow[],
  mapping: ColumnMapping,
): Reading['days'] {
  const valuesOf = (column: number) =>
    body.flatMap(({ cells }) => {
      const cell = cells.get(column);
      return cell ? [cell.value] : [];
    });
  return Object.fromEntries(
    DAY_FIELDS.map((field) => {
      const column = mapping[field];
      return [field, { since1904, monthFirstSeen: column !== undefined && monthFirstSeen(valuesOf(column)) }];
    }),
  ) as Reading['days'];
}

function readRow(row: TableRow, { mapping, today }: RowsRequest, reading: Reading): ReadRow {
  const values: Partial<Record<ImportField, unknown>> = {};
  const read: Omit<ReadRow, 'project'> = {
    number: row.number,
    hidden: row.hidden,
    written: {},
    faults: [],
    formulas: [],
  };
  for (const field of IMPORT_FIELDS) {
    const column = mapping[field];
    const cell = column === undefined ? undefined : row.cells.get(column);
    if (column === undefined || !cell) continue;
    note(read, field, cell);
    const result = readField(field, cell.value, reading);
    if ('fault' in result)
      read.faults.push({ field, cell: cellName(row.number, column), code: result.fault });
    else values[field] = result.value;
  }
  const project = projectOf(values);
  return { ...read, project, faults: [...read.faults, ...ruleFaults(project, read, mapping, today)] };
}

/** A number never reads like one with thousands in it: the faulty rows are imported again as texts. */
const writtenText = (cell: TableCell): string => {
  const text = cellText(cell);
  return cell.value.kind === 'number' && /^\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
};

function note(read: Omit<ReadRow, 'project'>, field: ImportField, cell: TableCell): void {
  read.written[field] = writtenText(cell).slice(0, 500);
  if (cell.formula) read.formulas.push(field);
}

const projectOf = (values: Partial<Record<ImportField, unknown>>): ToldProject =>
  Object.fromEntries(IMPORT_FIELDS.map((field) => [field, values[field] ?? null])) as unknown as ToldProject;

/** Faults by the rules of the register, for fields whose cell could be read. */
function ruleFaults(
  project: ToldProject,
  { faults, number }: Omit<ReadRow, 'project'>,
  mapping: ColumnMapping,
  today: CivilDate,
): RowFault[] {
  const named = new Set(faults.map(({ field }) => field));
  return projectFaults(project, today).flatMap(({ pointer, code }) => {
    const field = IMPORT_FIELDS.find((name) => pointer === `/${name}`) ?? null;
    if (named.has(field)) return [];
    const column = field === null ? undefined : mapping[field];
    return [{ field, cell: column === undefined ? null : cellName(number, column), code }];
  });
}

/** A CSV row with another number of cells than the header: nobody can say which value belongs where. */
const widthFaults = (row: TableRow, width: number | null): RowFault[] =>
  width === null || row.width === width ? [] : [{ field: null, cell: null, code: 'ragged_row' }];

function mergeFaults(
  { number }: TableRow,
  mapping: ColumnMapping,
  merged: (row: number, column: number) => boolean,
): RowFault[] {
  return IMPORT_FIELDS.flatMap((field) => {
    const column = mapping[field];
    if (column === undefined || !merged(number, column)) return [];
    return [{ field, cell: cellName(number, column), code: 'merged_cell' }];
  });
}
