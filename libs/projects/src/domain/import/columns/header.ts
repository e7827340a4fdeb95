import { IMPORT_LIMITS } from '../table/limits.js';
import { type MergedRange, type TableCell, type TableRow, type TableSheet } from '../table/table.types.js';
import { cleanText, folded } from '../values/clean-text.js';
import { recognisedColumns } from './recognise.js';

/** The text of a cell as a person reads it; empty for an empty one. */
export function cellText(cell: TableCell | undefined): string {
  if (!cell) return '';
  const { value } = cell;
  switch (value.kind) {
    case 'text':
    case 'fault':
      return cleanText(value.text);
    case 'number':
      return String(value.number);
    case 'date':
      return value.date ?? '';
    default:
      return value.truth ? 'TRUE' : 'FALSE';
  }
}

const isWithin = (range: MergedRange, row: number, column: number): boolean =>
  row >= range.fromRow && row <= range.toRow && column >= range.fromColumn && column <= range.toColumn;

/** Reads headings of a sheet, each merged one in every column and row that it spans. */
class Headings {
  private readonly rows: Map<number, TableRow>;

  constructor(private readonly sheet: TableSheet) {
    this.rows = new Map(sheet.rows.map((row) => [row.number, row]));
  }

  widthOf(row: number): number {
    const cells = [...(this.rows.get(row)?.cells.keys() ?? [])];
    const merged = this.sheet.merges
      .filter(({ fromRow, toRow }) => row >= fromRow && row <= toRow)
      .map(({ toColumn }) => toColumn);
    return Math.min(IMPORT_LIMITS.columns, Math.max(-1, ...cells, ...merged) + 1);
  }

  text(row: number, column: number): string {
    const range = this.rangeAt(row, column);
    const cells = this.rows.get(range?.fromRow ?? row)?.cells;
    return cellText(cells?.get(range?.fromColumn ?? column));
  }

  /** The heading of a group of columns right above, where it spans several but not all of them. */
  groupAbove(row: number, column: number): string {
    const range = this.rangeAt(row - 1, column);
    if (!range || range.toRow >= row) return '';
    const columns = range.toColumn - range.fromColumn + 1;
    return columns > 1 && columns < this.widthOf(row) - 1 ? this.text(row - 1, column) : '';
  }

  private rangeAt(row: number, column: number): MergedRange | undefined {
    return this.sheet.merges.find((range) => isWithin(range, row, column));
  }
}

/** The headings of a row by column, merged ones resolved: `Nhà đầu tư - Tên` where a group stands above. */
export function headingsOf(sheet: TableSheet, row: number): string[] {
  const headings = new Headings(sheet);
  return Array.from({ length: headings.widthOf(row) }, (_, column) => {
    const own = headings.text(row, column);
    const group = headings.groupAbove(row, column);
    return group === '' || group === own ? own : [group, own].filter(Boolean).join(' - ');
  });
}

/**
 * The number of the row that reads most like headings, among the first ones; titles above it are passed over. The first
 * row of the sheet when none reads like any; null for an empty sheet.
 */
export function findHeaderRow(sheet: TableSheet): number | null {
  let best = { row: sheet.rows[0]?.number ?? null, score: 0 };
  for (const { number } of sheet.rows.slice(0, IMPORT_LIMITS.headerWithin)) {
    const known = recognisedColumns(headingsOf(sheet, number));
    const score = known.reduce((sum, column) => sum + column.score, 0);
    if (known.length > 1 && score > best.score) best = { row: number, score };
  }
  return best.row;
}

/** Columns whose heading stands more than once; only the first of each is proposed. From 0. */
export function repeatedHeadings(headings: readonly string[]): number[] {
  const seen = new Set<string>();
  return headings.flatMap((heading, column) => {
    const words = folded(heading);
    if (words === '') return [];
    if (seen.has(words)) return [column];
    seen.add(words);
    return [];
  });
}

/** Whether a row only numbers the columns, `(1) (2) (3)`, as Vietnamese tables do below their headings. */
export function numbersColumns(row: TableRow): boolean {
  const texts = [...row.cells.values()].map((cell) => /^\(?(\d{1,3})\)?$/.exec(cellText(cell))?.[1]);
  return (
    texts.length > 1 &&
    texts.every((text, index) => text !== undefined && Number(text) === Number(texts[0]) + index)
  );
}
