import { IMPORT_LIMITS } from './limits.js';
import { type MergedRange } from './table.types.js';

/**
 * Whether a cell belongs to a merged range that reaches below the header. Ranges are kept by column and first row, so
 * that a sheet full of them costs no more than a sheet without.
 */
export function mergedCells(
  merges: readonly MergedRange[],
  headerRow: number,
): (row: number, column: number) => boolean {
  const byColumn = new Map<number, { from: number; to: number }[]>();
  for (const { fromRow, toRow, fromColumn, toColumn } of merges.filter(({ toRow }) => toRow > headerRow)) {
    for (let column = fromColumn; column <= Math.min(toColumn, IMPORT_LIMITS.columns); column += 1) {
      const ranges = byColumn.get(column) ?? [];
      ranges.push({ from: fromRow, to: toRow });
      byColumn.set(column, ranges);
    }
  }
  for (const ranges of byColumn.values()) ranges.sort((a, b) => a.from - b.from);
  return (row, column) => {
    const ranges = byColumn.get(column);
    return ranges !== undefined && covers(ranges, row);
  };
}

/** Ranges of one column do not overlap, so the last one that begins at or above the row decides. */
function covers(ranges: readonly { from: number; to: number }[], row: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.from ?? Infinity) <= row) low = middle + 1;
    else high = middle - 1;
  }
  return (ranges[high]?.to ?? 0) >= row;
}
