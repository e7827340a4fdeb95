import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { parseDocument } from 'yaml';
import { type PackFault, type PackFile } from '../pack.types.js';
import { LIST_COLUMNS, MANY_VALUED, NULLABLE } from './list-row.schema.js';

/** What became of a file: its data, or why it could not be read. */
export type Parsed<T> = { value: T; faults: [] } | { value: undefined; faults: PackFault[] };

const unreadable = (file: string, place: string, code: string, reason: string): Parsed<never> => ({
  value: undefined,
  faults: [{ file, place, code, reason }],
});

/** YAML 1.2 to plain data; repeated keys and syntax errors are faults with their line. */
export function parseYaml({ path, text }: PackFile): Parsed<unknown> {
  const document = parseDocument(text, { uniqueKeys: true });
  const error = document.errors[0];
  if (error === undefined) return { value: document.toJS({ maxAliasCount: 100 }) as unknown, faults: [] };
  const line = error.linePos?.[0].line ?? 1;
  return unreadable(path, `line ${line}`, 'unreadable_yaml', error.message.split('\n')[0] ?? 'syntax error');
}

/** JSON to plain data. */
export function parseJson({ path, text }: PackFile): Parsed<unknown> {
  try {
    return { value: JSON.parse(text) as unknown, faults: [] };
  } catch (error) {
    return unreadable(path, '', 'unreadable_json', error instanceof Error ? error.message : 'syntax error');
  }
}

/** One csv record with the line on which it ends. */
export interface CsvRow {
  line: number;
  cells: Record<string, unknown>;
}
interface RawRecord {
  record: Record<string, string>;
  info: { lines: number };
}
function cellsOf(record: Record<string, string>): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [column, raw] of Object.entries(record)) {
    const text = raw.trim();
    if (MANY_VALUED.includes(column))
      cells[column] = text === '' ? [] : text.split('|').map((part) => part.trim());
    else cells[column] = text === '' && NULLABLE.includes(column) ? null : text;
  }
  return cells;
}
function headerFaults(path: string, header: string[]): PackFault[] {
  const fault = (code: string, column: string): PackFault => ({
    file: path,
    place: 'line 1',
    code,
    reason: `column ${column}`,
  });
  return [
    ...LIST_COLUMNS.filter((column) => !header.includes(column)).map((column) =>
      fault('missing_property', column),
    ),
    ...header
      .filter((column) => !LIST_COLUMNS.includes(column))
      .map((column) => fault('unknown_property', column)),
  ];
}

/** A list file: comma-separated, quoted as needed, many-valued cells split at `|`, empty optional cells null. */
export function parseListCsv({ path, text }: PackFile): Parsed<CsvRow[]> {
  let header: string[] = [];
  try {
    const records = parseCsv(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      columns: (names: string[]) => (header = names.map((name) => name.trim())),
    }) as unknown as RawRecord[];
    const faults = headerFaults(path, header);
    if (faults.length > 0) return { value: undefined, faults };
    return {
      value: records.map(({ record, info }) => ({ line: info.lines, cells: cellsOf(record) })),
      faults: [],
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    return unreadable(path, `line ${line}`, 'unreadable_csv', error.message);
  }
}
