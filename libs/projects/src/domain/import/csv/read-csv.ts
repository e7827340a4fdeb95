import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type ByteSource } from '#documents';
import { Refusal } from '#kernel';
import { recognisedColumns } from '../columns/recognise.js';
import { type CellBudget } from '../table/cell-budget.js';
import { IMPORT_LIMITS } from '../table/limits.js';
import { type Table, type TableCell, type TableRow } from '../table/table.types.js';
import { textValue } from '../xlsx/cell.js';
import { decodedText, encodingOf } from './decode-text.js';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/**
 * Reads a CSV file as one sheet. The delimiter is the one that cuts the top into the most rows of one
 * width, above all where one of them reads like our columns.
 * @throws Refusal `import_encoding_refused`, `import_csv_quotes`, `import_too_many_rows`, `import_too_many_columns`,
 * `import_too_many_cells`, `import_file_without_rows`
 */
export async function readCsv(source: ByteSource, budget: CellBudget): Promise<Table> {
  const encoding = await encodingOf(source);
  const text = () => decodedText(source, encoding);
  const delimiter = await delimiterOf(text);
  const rows: TableRow[] = [];
  for await (const { number, fields } of records(text(), delimiter)) {
    const row = rowOf(number, fields, budget);
    if (row.cells.size > 0) rows.push(row);
    if (rows.length > IMPORT_LIMITS.rows)
      throw new Refusal('import_too_many_rows', { max: IMPORT_LIMITS.rows });
  }
  if (rows.length === 0) throw new Refusal('import_file_without_rows');
  const sheet = { name: 'CSV', hidden: false, rows, merges: [], since1904: false };
  return { format: 'csv', csv: { delimiter, encoding }, sheets: [sheet] };
}

async function delimiterOf(text: () => AsyncIterable<string>): Promise<Delimiter> {
  const scores: { delimiter: Delimiter; score: number; width: number }[] = [];
  for (const delimiter of DELIMITERS) {
    const cut = (await firstRecords(text(), delimiter)).filter(({ length }) => length > 1);
    const known = Math.max(0, ...cut.map((fields) => recognisedColumns(fields).length));
    const { width, even } = widthOfMost(cut);
    scores.push({ delimiter, score: (known + 1) * even, width });
  }
  scores.sort((a, b) => b.score - a.score || b.width - a.width);
  return scores[0]?.delimiter ?? ',';
}

/** The width that most rows have, and how many have it: a title above the header has another one. */
function widthOfMost(rows: readonly string[][]): { width: number; even: number } {
  const byWidth = [...Map.groupBy(rows, ({ length }) => length)];
  const [[width, { length: even }] = [0, []]] = byWidth.sort(([, a], [, b]) => b.length - a.length);
  return { width, even };
}

/** The rows at the top; with the wrong delimiter a file may well be unreadable, which then only counts against it. */
async function firstRecords(text: AsyncIterable<string>, delimiter: Delimiter): Promise<string[][]> {
  const top: string[][] = [];
  try {
    for await (const { fields } of records(text, delimiter)) {
      top.push(fields);
      if (top.length >= IMPORT_LIMITS.headerWithin) break;
    }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'import_csv_quotes') throw error;
  }
  return top;
}

/** Rows as a spreadsheet program would count them, from 1: a quoted line break begins no row. */
async function* records(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<{ number: number; fields: string[] }> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: IMPORT_LIMITS.columns * IMPORT_LIMITS.cellCharacters,
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  try {
    for await (const fields of parser as AsyncIterable<string[]>) {
      number += 1;
      yield { number, fields };
    }
  } catch (error) {
    throw error instanceof CsvError ? new Refusal('import_csv_quotes', { afterRow: number }) : error;
  } finally {
    source.destroy();
  }
}

function rowOf(number: number, fields: readonly string[], budget: CellBudget): TableRow {
  const cells = new Map<number, TableCell>();
  fields.forEach((field, column) => {
    const value = textValue(field);
    if (value === null) return;
    if (column >= IMPORT_LIMITS.columns)
      throw new Refusal('import_too_many_columns', { row: number, max: IMPORT_LIMITS.columns });
    budget.spend();
    cells.set(column, { value, formula: false });
  });
  return { number, hidden: false, cells, width: fields.length };
}
