import pg from 'pg';
import { type Connection } from './connection.js';

/** The driver's connection, as far as a query speaks to it. */
interface Wire {
  describe: (portal: unknown) => void;
}
interface Field {
  name: string;
  dataTypeID: number;
}
type RowReader = (values: readonly (string | null)[]) => Record<string, unknown>;
/** What the driver's query does within, as far as this file takes part; its types do not tell. */
interface DriverQuery {
  readonly name: string;
  readonly _result: { parseRow: RowReader };
  _accumulateRows: boolean;
  hasBeenParsed: (connection: Wire) => unknown;
  prepare(connection: Wire): void;
  handleRowDescription(message: { fields: readonly Field[] }): void;
  handleCommandComplete(message: unknown, connection: Wire): void;
}
type Answered = (error: Error | null, result: pg.QueryResult) => void;
const DriverQuery = pg.Query as unknown as new (config: pg.QueryConfig, answered: Answered) => DriverQuery;

/** The statements whose rows each connection has described, with how they are read. */
const described = new WeakMap<Wire, Map<string, RowReader>>();
const silent = new WeakMap<Wire, Wire>();
const NO_ROWS: RowReader = () => ({});

/**
 * A prepared statement that lets its rows be described once for a connection. The driver asks each time, and reading forty
 * columns anew took longer than reading what stood in them. PostgreSQL refuses a prepared statement whose columns have
 * changed since, so a description holds as long as the statement does.
 */
class DescribedQuery extends DriverQuery {
  private reader = NO_ROWS;

  override prepare(connection: Wire): void {
    const known = described.get(connection)?.get(this.name);
    if (known === undefined || !this.hasBeenParsed(connection)) {
      super.prepare(connection);
      return;
    }
    this.readBy(known);
    super.prepare(silentOn(connection));
  }

  override handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.readBy(readerOf(fields));
  }

  override handleCommandComplete(message: unknown, connection: Wire): void {
    super.handleCommandComplete(message, connection);
    statementsOf(connection).set(this.name, this.reader);
  }

  private readBy(reader: RowReader): void {
    this.reader = reader;
    this._result.parseRow = reader;
    this._accumulateRows = true;
  }
}

function statementsOf(connection: Wire): Map<string, RowReader> {
  const known = described.get(connection) ?? new Map<string, RowReader>();
  described.set(connection, known);
  return known;
}

/** The same connection without the question for a description. */
function silentOn(connection: Wire): Wire {
  const known = silent.get(connection);
  if (known !== undefined) return known;
  const made = Object.create(connection, { describe: { value: () => undefined } }) as Wire;
  silent.set(connection, made);
  return made;
}

/** By the columns and their types: some hundred statements on each of many connections share what they have in common. */
const readers = new Map<string, RowReader>();

function readerOf(fields: readonly Field[]): RowReader {
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

/** Sends a prepared statement and resolves with its answer. @throws what the database said, with where it was asked */
export async function sendDescribed(connection: Connection, config: pg.QueryConfig): Promise<pg.QueryResult> {
  try {
    return await new Promise<pg.QueryResult>((resolve, reject) => {
      const query = new DescribedQuery(config, (error, result) => {
        if (error) reject(error);
        else resolve(result);
      });
      connection.query(query as unknown as pg.Submittable);
    });
  } catch (error) {
    // Its stack leads into the socket.
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
