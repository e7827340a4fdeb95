import { type DemoRow } from './demo-rows.js';
import { COLUMNS_VI, WORDS_VI } from './demo-words.js';

const WIDTHS = [34, 24, 22, 10, 10, 10, 22, 29, 9];
const GAP = '  ';
const day = (date: string | null): string => (date === null ? '–' : date.split('-').reverse().join('/'));

/** The table of the demonstration in Vietnamese: aligned columns, long cells on several lines, one blank line between dossiers. */
export function demoTable(rows: readonly DemoRow[]): string {
  const rule = WIDTHS.map((width) => '─'.repeat(width)).join(GAP);
  return [...lines([...COLUMNS_VI]), rule, ...rows.flatMap((row) => [...lines(cellsOf(row)), ''])].join('\n');
}

function cellsOf(row: DemoRow): string[] {
  const verdict = row.failures.length === 0 ? row.outcome : WORDS_VI.failed;
  return [
    `${row.title}\n${row.fileCode ?? '–'}`,
    row.found,
    row.route,
    ...[row.receivedOn, row.dueOn, row.endedOn].map(day),
    verdict,
    row.letters.join('\n'),
    row.logVerified ? WORDS_VI.verified : WORDS_VI.broken,
  ];
}

function lines(cells: readonly string[]): string[] {
  const columns = cells.map((cell, index) => wrapped(cell.normalize('NFC'), WIDTHS[index] ?? 10));
  const height = Math.max(...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, index) => (column[line] ?? '').padEnd(WIDTHS[index] ?? 10))
      .join(GAP)
      .trimEnd(),
  );
}

/** Breaks at blanks; a single word that is too long keeps its length. */
function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const folded: string[] = [''];
    for (const word of paragraph.split(' ')) {
      const last = folded[folded.length - 1] ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (longer.length <= width || last === '') folded[folded.length - 1] = longer;
      else folded.push(word);
    }
    return folded;
  });
}
