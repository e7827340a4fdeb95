import { type PdfLine } from './pdf.types.js';

/** A run of characters where it stands, in points from the upper left corner; `baseline` is where its letters stand. */
export interface PlacedText {
  text: string;
  x: number;
  baseline: number;
  width: number;
  height: number;
}
interface PageSize {
  width: number;
  height: number;
}

/** Runs stand in one row when their baselines differ by less than this share of a letter's height. */
const SAME_ROW = 0.45;
/** A gap that is wider than that many letters is high parts two columns. */
const COLUMN_GAP = 1.6;
/** A gap that is wider than that share is a blank that was not written. */
const WORD_GAP = 0.18;
/** Letters reach below their baseline. */
const DESCENT = 0.25;

function rowsOf(runs: readonly PlacedText[]): PlacedText[][] {
  const rows: PlacedText[][] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const near = first && run.baseline - first.baseline < SAME_ROW * Math.max(run.height, first.height);
    if (row && near) row.push(run);
    else rows.push([run]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** Parts a row where another column begins. */
function columnsOf(row: readonly PlacedText[]): PlacedText[][] {
  const columns: PlacedText[][] = [];
  for (const run of row) {
    const before = columns.at(-1)?.at(-1);
    const gap = before ? run.x - before.x - before.width : Infinity;
    if (gap > COLUMN_GAP * run.height) columns.push([run]);
    else columns.at(-1)?.push(run);
  }
  return columns;
}

function joined(runs: readonly PlacedText[]): string {
  let [text, end] = ['', Infinity];
  for (const run of runs) {
    if (run.x - end > WORD_GAP * run.height) text += ' ';
    text += run.text;
    end = run.x + run.width;
  }
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/**
 * The lines of a page from its runs of characters, from the top, and from left to right where columns stand side by side.
 * Runs of blanks only are spacing and are left out.
 */
export function linesOf(runs: readonly PlacedText[], page: number, size: PageSize): PdfLine[] {
  const written = runs.filter(({ text, height }) => text.trim() !== '' && height > 0);
  return rowsOf(written)
    .flatMap(columnsOf)
    .map((column) => {
      const left = Math.min(...column.map(({ x }) => x));
      const right = Math.max(...column.map(({ x, width }) => x + width));
      const top = Math.min(...column.map(({ baseline, height }) => baseline - height));
      const bottom = Math.max(...column.map(({ baseline, height }) => baseline + DESCENT * height));
      const box = {
        ...{ x: left / size.width, y: top / size.height },
        ...{ width: (right - left) / size.width, height: (bottom - top) / size.height },
      };
      return { text: joined(column), page, box };
    });
}
