interface Table {
  columns: string[];
  rows: unknown[][];
}
const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && 'columns' in value && 'rows' in value;

/**
 * Lists of machines are written as tables, one machine a line: `{columns, rows}` becomes a list of objects, and a
 * null in a row stands for a value that nobody knows, so it is left out. Other values stay as they are.
 */
export function withTables(value: unknown): unknown {
  if (isTable(value)) return value.rows.map((row) => rowOf(value.columns, row));
  if (Array.isArray(value)) return value.map(withTables);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withTables(item)]));
}

function rowOf(columns: string[], row: unknown[]): Record<string, unknown> {
  if (row.length !== columns.length)
    throw new Error(`a row has ${row.length} cells for ${columns.length} columns: ${JSON.stringify(row)}`);
  return Object.fromEntries(
    columns.map((column, index) => [column, row[index]] as const).filter(([, cell]) => cell !== null),
  );
}
