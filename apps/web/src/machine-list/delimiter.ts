import { mappingOf } from './columns.js';
import { delimitedRows, type RawTable } from './raw-table.js';

const DELIMITERS = ['\t', ';', ','] as const;
const TOP_CHARACTERS = 16_000;
const TOP_ROWS = 20;

/** Where semicolons stand too, a comma between digits is mostly a decimal one. */
const withoutDecimalCommas = (text: string): string =>
  text.includes(';') ? text.replaceAll(/(?<=\d),(?=\d)/g, '.') : text;

function topRows(text: string, delimiter: string): string[][] {
  const rows = delimitedRows(text.slice(0, TOP_CHARACTERS), delimiter);
  // The last row of a longer text is cut somewhere.
  const whole = text.length > TOP_CHARACTERS && rows.length > 1 ? rows.slice(0, -1) : rows;
  return whole.filter(({ length }) => length > 0).slice(0, TOP_ROWS);
}

/** The width that most rows have, and how many have it: a title above the headings has another one. */
function widthOfMost(rows: readonly string[][]): { width: number; even: number } {
  const byWidth = [...Map.groupBy(rows, ({ length }) => length)];
  const [[width, { length: even }] = [0, []]] = byWidth.sort(([, a], [, b]) => b.length - a.length);
  return { width, even };
}

/**
 * The delimiter that cuts the top of a file into the most rows of one width, above all where one of them reads like the
 * headings of a list of machines.
 */
export function delimiterOf(text: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const top = topRows(delimiter === ',' ? withoutDecimalCommas(text) : text, delimiter);
    const cut = top.filter(({ length }) => length > 1);
    const known = Math.max(0, ...cut.map((row) => Object.keys(mappingOf(row)).length));
    const { width, even } = widthOfMost(cut);
    return { delimiter, score: (known + 1) * even, width };
  });
  return scored.sort((a, b) => b.score - a.score || b.width - a.width)[0]?.delimiter ?? ',';
}

/** A text file as a table. */
export function tableOfText(text: string): RawTable {
  return { name: '', rows: delimitedRows(text, delimiterOf(text)) };
}
