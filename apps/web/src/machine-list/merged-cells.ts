/** Cells that are one on the screen, from its first to its last row, in its first column; all count from 0. */
export interface MergedCell {
  column: number;
  from: number;
  to: number;
}
const RANGE = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/;

/** Reads a range of merged cells (`A2:B11`). Null for what goes over one row only, or is no range. */
export function mergedCellOf(range: string, columnOf: (letters: string) => number): MergedCell | null {
  const [, column, from, , to] = RANGE.exec(range) ?? [];
  if (column === undefined || from === to) return null;
  return { column: columnOf(column), from: Number(from) - 1, to: Number(to) - 1 };
}

const saysAnything = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');

/**
 * What a cell that is merged over several rows says, it says of each of them: a line beside ten machines is the line of all
 * ten. A row without anything of its own stays empty: it is only the height of the row above it.
 */
export function withMergedCells(rows: readonly string[][], merged: readonly MergedCell[]): string[][] {
  const own = rows.map(saysAnything);
  const spread = rows.map((row) => [...row]);
  for (const { column, from, to } of merged) {
    const text = rows[from]?.[column] ?? '';
    if (text.trim() === '') continue;
    for (let at = from + 1; at <= Math.min(to, rows.length - 1); at += 1) {
      const row = spread[at];
      if (row === undefined || own[at] !== true) continue;
      while (row.length <= column) row.push('');
      row[column] = text;
    }
  }
  return spread;
}
