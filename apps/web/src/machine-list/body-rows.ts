import { visibleLine } from '#contracts';
import { bareText } from '../format/bare-text.js';
import { type Layout } from './columns.js';

/** A row with the number that a spreadsheet program gives it. */
export interface NumberedRow {
  cells: string[];
  number: number;
}
/** The rows below the headings that hold something. */
export interface SortedRows {
  machines: NumberedRow[];
  /** With nothing but a name: headings of groups, mostly; machines where nothing else is in the file, or somebody says so. */
  named: NumberedRow[];
  /** Sums, notes, signatures, and headings that are said again. */
  others: NumberedRow[];
}
const TOTAL = /^(tong|tong cong|tong so|cong|total)\s*:?$/;
const COUNTED = /^\d+([.,]\d+)*\.?$/;

const textIn = (cells: readonly string[], column: number): string => visibleLine(cells[column] ?? '').trim();

function kindOf(
  cells: readonly string[],
  { mapping }: Layout,
  headings: readonly string[],
): keyof SortedRows {
  const said = Object.entries(mapping).filter(([, column]) => textIn(cells, column) !== '');
  const first = cells.findIndex((cell) => cell.trim() !== '');
  const repeatsHeadings =
    said.length > 1 && said.every(([, column]) => textIn(cells, column) === textIn(headings, column));
  if (repeatsHeadings || TOTAL.test(bareText(textIn(cells, first)))) return 'others';
  // A line is often one cell beside many rows, and says nothing of this one.
  const isDescribed = said.some(([field]) => field !== 'name' && field !== 'lineRef');
  const isCounted = COUNTED.test(textIn(cells, first)) && !Object.values(mapping).includes(first);
  if (isDescribed || isCounted) return 'machines';
  return said.some(([field]) => field === 'name') ? 'named' : 'others';
}

/** Tells the machines of a table from its other rows. */
export function sortedRows(rows: readonly string[][], layout: Layout): SortedRows {
  const sorted: SortedRows = { machines: [], named: [], others: [] };
  const headings = rows[layout.header] ?? [];
  rows.forEach((cells, index) => {
    if (index <= layout.header || cells.every((cell) => cell.trim() === '')) return;
    sorted[kindOf(cells, layout, headings)].push({ cells, number: index + 1 });
  });
  return sorted;
}

/** The rows that are read as machines, in their order. */
export function bodyOf(rows: readonly string[][], layout: Layout): NumberedRow[] {
  const { machines, named } = sortedRows(rows, layout);
  if (machines.length === 0) return named;
  if (layout.takesNames !== true) return machines;
  return [...machines, ...named].sort((a, b) => a.number - b.number);
}
