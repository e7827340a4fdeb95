import { type CivilDate } from '#kernel';

/** What a cell holds, as its file says it; nothing is interpreted yet. */
export type CellValue =
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  /** A number that the file shows as a day; null when there is no such day. */
  | { kind: 'date'; date: CivilDate | null }
  | { kind: 'boolean'; truth: boolean }
  | { kind: 'fault'; code: 'error_cell' | 'formula_without_value' | 'cell_too_long'; text: string };

export interface TableCell {
  value: CellValue;
  /** The value is the result of a formula, as it was when the file was saved. */
  formula: boolean;
}

/** One row that has something in it. */
export interface TableRow {
  /** As the spreadsheet program counts it, from 1. */
  number: number;
  hidden: boolean;
  /** By column from 0; an empty cell is absent. */
  cells: ReadonlyMap<number, TableCell>;
  /** How many cells the row has; only CSV knows, null otherwise. */
  width: number | null;
}

/** Cells that were merged; rows from 1, columns from 0, both inclusive. */
export interface MergedRange {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

export interface TableSheet {
  name: string;
  hidden: boolean;
  rows: readonly TableRow[];
  merges: readonly MergedRange[];
  /** Whether its days are counted from 1904-01-01 instead of 1900-01-01. */
  since1904: boolean;
}

export interface Table {
  format: 'xlsx' | 'csv';
  /** How a CSV file is written; null for XLSX. */
  csv: { delimiter: ',' | ';' | '\t'; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' } | null;
  sheets: readonly TableSheet[];
}

/** `A`, `Z`, `AA` … of a column from 0. */
export function columnLetters(column: number): string {
  const letters = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letters : columnLetters(Math.floor(column / 26) - 1) + letters;
}

/** `B7` of a row from 1 and a column from 0. */
export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row}`;
