/** Rows of a table as COPY writes them, field by field. */
export interface TableRows {
  columns: string[];
  rows: string[][];
}
export type Tables = ReadonlyMap<string, TableRows>;

/** A column that a migration rewrites on purpose. */
export interface Rewritten {
  table: string;
  column: string;
  /** Name of the migration. */
  by: string;
  why: string;
  became: (value: string) => string;
  /** What gives an older installation a row which needs it; as a superuser. */
  oldRow: string;
}
type Became = Pick<Rewritten, 'table' | 'column' | 'became'>;

/**
 * Compares the rows of all tables by the columns that both have, whatever their order. Returns a line for each table that
 * is not what it was, with the columns and one row of each side; none where every row was kept.
 */
export function differences(before: Tables, after: Tables, rewritten: readonly Became[]): string[] {
  return [...before].flatMap(([table, { columns, rows }]) => {
    const now = after.get(table);
    if (now === undefined) return [`${table}: gone`];
    const gone = columns.filter((column) => !now.columns.includes(column));
    if (gone.length > 0) return [`${table}: without ${gone.join(', ')}`];
    const expected = rows.map((row) =>
      row.map((value, at) => becomes(rewritten, `${table}.${columns[at]}`, value)),
    );
    const places = columns.map((column) => now.columns.indexOf(column));
    const found = now.rows.map((row) => places.map((place) => row[place] ?? ''));
    return differenceOf(table, columns, expected, found);
  });
}

const becomes = (rewritten: readonly Became[], name: string, value: string): string =>
  rewritten
    .filter(({ table, column }) => `${table}.${column}` === name)
    .reduce((text, { became }) => became(text), value);

function differenceOf(table: string, columns: string[], before: string[][], after: string[][]): string[] {
  const [lost, added] = [missing(before, after), missing(after, before)];
  if (lost.length + added.length === 0) return [];
  const changed = columns.filter((_, at) => sorted(before, at) !== sorted(after, at));
  const shown = (lines: string[]) => `${lines.length} (${(lines[0] ?? '').slice(0, 300)})`;
  return [`${table}: ${changed.join(', ') || 'rows'} – lost ${shown(lost)}, added ${shown(added)}`];
}

/** Rows of one side that the other has not as often. */
function missing(of: string[][], from: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const row of from) counts.set(row.join('\t'), (counts.get(row.join('\t')) ?? 0) + 1);
  return of
    .map((row) => row.join('\t'))
    .filter((line) => {
      const left = counts.get(line) ?? 0;
      counts.set(line, left - 1);
      return left <= 0;
    });
}
const sorted = (rows: string[][], at: number): string =>
  rows
    .map((row) => row[at])
    .sort()
    .join('\n');
