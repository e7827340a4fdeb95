import { visibleLine } from '#contracts';
import { type Row, type ValueFault } from '../pages/investor/draft/draft.types.js';
import { rowFaults } from '../pages/investor/draft/local-faults.js';
import { countryEntry } from '../pages/investor/fields/countries.js';
import { fieldKind } from '../pages/investor/fields/field.types.js';
import { bareText } from '../format/bare-text.js';
import { typedNumber } from '../pages/investor/fields/typed-values.js';
import { bodyOf } from './body-rows.js';
import { type ImportField, IMPORT_FIELDS, type Layout, type Mapping } from './columns.js';

export interface JudgedRow {
  /** As the spreadsheet program counts it, from 1. */
  number: number;
  row: Row;
  faults: Pick<ValueFault, 'field' | 'code' | 'params'>[];
  /** What stands in the cells of its faults. */
  written: Partial<Record<string, string>>;
}
export interface Judging {
  /** Lines of the draft, to which a machine may belong by name or number. */
  lines: readonly Row[];
  year: number;
}

const CHOICES: Record<string, Record<string, string>> = {
  condition: {
    ...{ moi: 'new', new: 'new', 'moi 100%': 'new', 'chua qua su dung': 'new' },
    ...{
      cu: 'used',
      used: 'used',
      'da qua su dung': 'used',
      'da su dung': 'used',
      'second hand': 'used',
      'second-hand': 'used',
    },
    ...{
      'dang van hanh': 'operating',
      'dang hoat dong': 'operating',
      'dang su dung': 'operating',
      operating: 'operating',
    },
  },
  acquisition: {
    ...{ 'nhap khau': 'imported', imported: 'imported', import: 'imported', nk: 'imported' },
    ...{ 'trong nuoc': 'domestic', domestic: 'domestic', 'mua trong nuoc': 'domestic' },
  },
};

function lineId(text: string, lines: readonly Row[]): string {
  const word = bareText(text);
  const byName = lines.find((line) =>
    [line['name'], line['technologyName'], line['id']].some(
      (one) => typeof one === 'string' && bareText(one) === word,
    ),
  );
  const byNumber = /^\d+$/.test(word) ? lines[Number(word) - 1] : undefined;
  return ((byName ?? byNumber)?.['id'] as string | undefined) ?? text;
}

/** The value of a cell for a field. What cannot be read stays the text that it is, and is told as a fault. */
function valueOf(field: ImportField, text: string, lines: readonly Row[]): unknown {
  const shown = visibleLine(text).trim();
  if (shown === '' || shown === '-') return undefined;
  const { kind } = fieldKind(field);
  switch (kind) {
    case 'number':
      return typedNumber(shown.replace(/\.0+$/, ''));
    case 'percentage':
      return { value: typedNumber(shown) };
    case 'choice':
      return CHOICES[field]?.[bareText(shown)] ?? shown;
    case 'country':
      return countryEntry(shown);
    case 'line':
      return lineId(shown, lines);
    case 'texts':
      return shown.split(/\s*[;,]\s*/).filter((one) => one !== '');
    default:
      return shown;
  }
}

/** Reads one row of the file as a machine, with everything that is wrong with it. */
export function judgeRow(
  cells: readonly string[],
  number: number,
  mapping: Mapping,
  { lines, year }: Judging,
): JudgedRow {
  const row: Row = {};
  for (const field of IMPORT_FIELDS) {
    const column = mapping[field];
    const value = column === undefined ? undefined : valueOf(field, cells[column] ?? '', lines);
    if (value !== undefined) row[field] = value;
  }
  const found = Object.entries(rowFaults(row, { year })).flatMap(([field, fault]) =>
    fault ? [{ field, ...fault }] : [],
  );
  const unknownLine = row['lineRef'] !== undefined && !lines.some(({ id }) => id === row['lineRef']);
  const faults = unknownLine ? [...found, { field: 'lineRef', code: 'no_such_line' }] : found;
  const written = Object.fromEntries(
    faults.map(({ field }) => [field, cells[mapping[field as ImportField] ?? -1] ?? '']),
  );
  return { number, row, faults, written };
}

const AT_ONCE = 250;

/** Judges rows little by little, so that the page answers meanwhile. @throws the reason of the signal when it is stopped */
export async function judgeAll(
  rows: readonly string[][],
  layout: Layout,
  judging: Judging,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, all: number) => void },
): Promise<JudgedRow[]> {
  const body = bodyOf(rows, layout);
  const judged: JudgedRow[] = [];
  for (let from = 0; from < body.length; from += AT_ONCE) {
    signal.throwIfAborted();
    for (const { cells, number } of body.slice(from, from + AT_ONCE))
      judged.push(judgeRow(cells, number, layout.mapping, judging));
    onProgress(judged.length, body.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return judged;
}
