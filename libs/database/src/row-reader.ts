import pg from 'pg';

/** A column as the server describes it. */
interface Field {
  name: string;
  dataTypeID: number;
}
/** Makes a row of the texts of its columns. */
export type RowReader = (values: readonly (string | null)[]) => object;
/** Of a statement that gives none. */
export const NO_ROWS: RowReader = () => ({});

/** By the columns and their types: some hundred statements on each of many connections share what they have in common. */
const readers = new Map<string, RowReader>();

/** How rows of these columns are read. */
export function readerOf(fields: readonly Field[]): RowReader {
  const shape = fields.map(({ name, dataTypeID }) => `${name}:${dataTypeID}`).join();
  const reader = readers.get(shape) ?? newReader(fields);
  readers.set(shape, reader);
  return reader;
}

function newReader(fields: readonly Field[]): RowReader {
  const columns = fields.map(({ name, dataTypeID }) => ({
    name,
    read: pg.types.getTypeParser(dataTypeID) as (text: string) => unknown,
  }));
  const empty: Record<string, unknown> = Object.fromEntries(columns.map(({ name }) => [name, null]));
  return (values) => {
    // A copy of a row with all its columns is made at once; one that grows column by column took longer.
    const row = { ...empty };
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at];
      const text = values[at];
      if (column !== undefined && typeof text === 'string') row[column.name] = column.read(text);
    }
    return row;
  };
}
