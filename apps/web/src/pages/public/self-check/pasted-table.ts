import { MOST_MACHINES, visibleText } from '#contracts';
import { bareText } from '../../../format/bare-text.js';
import {
  MACHINE_CELLS,
  MACHINE_FIELDS,
  type MachineField,
  type MachineRow,
  type SelfCheckForm,
  withMachines,
} from './self-check.form.js';

/** What headings of such tables begin with, without accents. */
const HEADINGS: Record<MachineField, RegExp> = {
  name: /^(ten|may|thiet bi|name|machine|equipment)/,
  hsCode: /(^| )hs( |$)/,
  yearMade: /^(nam (san xuat|sx|che tao)|year (made|of)|made|manufactured)/,
  plannedArrivalYear: /^(nam (du kien|ve|nhap)|planned|arrival|year of arrival)/,
  condition: /^(tinh trang|condition|status)/,
  acquisition: /^(nguon|xuat xu mua|mua|acquisition|bought|source)/,
  standards: /^(tieu chuan|quy chuan|standard)/,
  lineRef: /^(thuoc|day chuyen|line)/,
};
const WORDS: readonly [field: MachineField, word: RegExp, value: string][] = [
  ['condition', /^(da qua|qua su dung|cu|used|second)/, 'used'],
  ['condition', /^(dang|operating|in operation)/, 'operating'],
  ['condition', /^(moi|new)/, 'new'],
  ['acquisition', /^(nhap|import|nuoc ngoai|abroad)/, 'imported'],
  ['acquisition', /^(trong nuoc|noi dia|domestic)/, 'domestic'],
];

/** Rows and cells of what a spreadsheet puts on the clipboard; a cell in quotes may have lines of its own. */
export function cellsOf(text: string): string[][] {
  const cells = [...text.replaceAll('\r\n', '\n').matchAll(/("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g)];
  const rows: string[][] = [[]];
  for (const [, raw = '', end] of cells) {
    const cell = raw.startsWith('"') && raw.endsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    rows.at(-1)?.push(visibleText(cell).trim());
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** Whether a text is a table and not the content of one cell. */
export const isTable = (text: string): boolean => /\t|\n\s*\S/.test(text);

/** The fields of the columns by their headings; null where the first row is no row of headings. */
function fieldsByHeading(row: readonly string[]): (MachineField | null)[] | null {
  const fields = row.map(
    (cell) =>
      MACHINE_FIELDS.find((field) => field !== 'name' && HEADINGS[field].test(bareText(cell))) ?? null,
  );
  const name = row.findIndex((cell, column) => fields[column] === null && HEADINGS.name.test(bareText(cell)));
  const known = fields.filter((field) => field !== null).length;
  if (known < 2 && !(known === 1 && name >= 0)) return null;
  return fields.map((field, column) => (column === name ? 'name' : field));
}

/** A cell as the form holds it: the words of a choice become the choice, all else stays as it was written. */
function written(field: MachineField, cell: string, form: SelfCheckForm): string {
  if (MACHINE_CELLS[field] === 'choice')
    return WORDS.find(([of, word]) => of === field && word.test(bareText(cell)))?.[2] ?? '';
  if (field !== 'lineRef') return cell.replaceAll(/\s+/g, ' ');
  const line = form.lines.find(({ technologyName }) => bareText(technologyName) === bareText(cell));
  return line?.id ?? '';
}

/** What became of a table that was pasted. */
export interface PastedRows {
  rows: number;
  /** How many of its rows were left out: more than one preview takes. */
  left: number;
}
export interface Pasted extends PastedRows {
  form: SelfCheckForm;
}

/**
 * The form with a table laid over it: by its headings where it has some, else from the cell where it was pasted to the
 * right and downwards. Rows that are missing are added, up to what one preview takes.
 */
export function withTable(
  form: SelfCheckForm,
  text: string,
  at: { id: string; field: MachineField },
): Pasted {
  const [first = [], ...others] = cellsOf(text);
  const headed = fieldsByHeading(first);
  const fields = headed ?? MACHINE_FIELDS.slice(MACHINE_FIELDS.indexOf(at.field));
  const start = Math.max(
    0,
    form.equipment.findIndex(({ id }) => id === at.id),
  );
  const all = headed ? others : [first, ...others];
  const rows = all.slice(0, MOST_MACHINES - start);
  const filled = withMachines(form, Math.max(0, start + rows.length - form.equipment.length));
  const equipment = filled.equipment.map((row, index) => laid(row, rows[index - start], fields, form));
  return { form: { ...filled, equipment }, rows: rows.length, left: all.length - rows.length };
}

function laid(
  row: MachineRow,
  cells: readonly string[] | undefined,
  fields: readonly (MachineField | null)[],
  form: SelfCheckForm,
): MachineRow {
  if (cells === undefined) return row;
  const changes = fields.flatMap((field, column) => {
    const cell = cells[column];
    return field === null || cell === undefined || cell === '' ? [] : [[field, written(field, cell, form)]];
  });
  return { ...row, ...(Object.fromEntries(changes) as Partial<MachineRow>) };
}
