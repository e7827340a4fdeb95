import pg from 'pg';
import { type RowReader, readerOf, NO_ROWS } from './row-reader.js';

/** What is asked of the database; under a name a connection parses and plans it once. */
export interface Statement {
  text: string;
  values?: readonly unknown[];
  name?: string | undefined;
}
export interface Answer {
  rows: object[];
  /** Rows that a statement touched or gave. */
  rowCount: number;
  /** First word of what the server says was done. */
  command: string;
}
/** The driver's connection, as far as a round speaks to it; its types do not tell. */
interface Wire {
  readonly stream: { write: (piece: Buffer) => unknown };
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  describe(message: { type: 'P'; name: string }): void;
  execute(message: { portal: string; rows: number }): void;
  sync(): void;
}
interface DriverQuery {
  name: string;
  text: string;
}
const DriverQuery = pg.Query as unknown as new (config: pg.QueryConfig, answered: () => void) => DriverQuery;
const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

/** Values as they travel. @throws TypeError for one that cannot, such as an object that holds itself */
export const readyToSend = (values: readonly unknown[]): unknown[] => values.map(prepareValue);

/** A statement of a round until it is settled. */
interface Asked {
  name: string;
  text: string;
  values: readonly unknown[];
  reader: RowReader;
  answer: Answer;
  /** A row that could not be read. */
  unreadable: unknown;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** The statements whose rows each connection has described, with how they are read. */
const described = new WeakMap<object, Map<string, RowReader>>();

/**
 * Statements that travel together, as one query of the driver: they leave in one piece and end with one `Sync`, so that
 * the server answers them in one piece, too. They run in the order given; after one that fails the server passes over the
 * others, as it would refuse them within the failed transaction. The rows of a prepared statement are described once for
 * a connection: PostgreSQL refuses one whose columns have changed since, so a description holds as long as it does.
 */
export class StatementRound extends DriverQuery {
  private readonly asked: Asked[] = [];
  private at = 0;

  constructor() {
    super({ text: '' }, () => undefined);
  }

  /** Adds a statement and resolves with its answer. @throws what the database said of it or of one before it */
  add({ text, values = [], name = '' }: Statement): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const answer = { rows: [], rowCount: 0, command: '' };
      const asked = { name, text, values: readyToSend(values), answer, resolve, reject };
      this.asked.push({ ...asked, reader: NO_ROWS, unreadable: undefined });
    });
  }

  /** For the driver, as everything below. */
  submit(connection: Wire): null {
    const pieces: Buffer[] = [];
    const wire = Object.create(connection, {
      _send: { value: (piece: Buffer) => pieces.push(piece) },
    }) as Wire;
    for (const one of this.asked) write(one, wire, connection);
    wire.sync();
    connection.stream.write(Buffer.concat(pieces));
    this.turnTo(0);
    return null;
  }

  handleRowDescription({ fields }: { fields: Parameters<typeof readerOf>[0] }): void {
    const one = this.asked[this.at];
    if (one) one.reader = readerOf(fields);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const one = this.asked[this.at];
    try {
      one?.answer.rows.push(one.reader(fields));
    } catch (error) {
      if (one) one.unreadable ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }, connection: Wire): void {
    const one = this.asked[this.at];
    if (one) {
      const words = text.split(' ');
      one.answer.command = words[0] ?? '';
      one.answer.rowCount = Number(words.at(-1)) || 0;
      if (one.name !== '') describedOn(connection).set(one.name, one.reader);
    }
    this.turnTo(this.at + 1);
  }

  handleEmptyQuery(): void {
    this.turnTo(this.at + 1);
  }

  handleReadyForQuery(): void {
    this.asked.forEach(settle);
  }

  handleError(error: unknown, connection: Wire): void {
    this.asked.slice(0, this.at).forEach(settle);
    for (const { name, reject } of this.asked.slice(this.at)) {
      // Passed over, it was not parsed either.
      Reflect.deleteProperty(connection.submittedNamedStatements, name);
      reject(error);
    }
  }

  /** The driver notes under name and text of its query which statement was parsed. */
  private turnTo(at: number): void {
    this.at = at;
    this.name = this.asked[at]?.name ?? '';
    this.text = this.asked[at]?.text ?? '';
  }
}

function settle({ answer, unreadable, resolve, reject }: Asked): void {
  if (unreadable === undefined) resolve(answer);
  else reject(unreadable);
}

/** The messages of one statement; the names are the connection's, whatever wire collects them. */
function write(one: Asked, wire: Wire, connection: Wire): void {
  const { name, text, values } = one;
  const { parsedStatements, submittedNamedStatements } = connection;
  const known = name === '' ? undefined : describedOn(connection).get(name);
  if (name === '' || (parsedStatements[name] ?? submittedNamedStatements[name]) === undefined) {
    wire.parse({ name, text });
    if (name !== '') submittedNamedStatements[name] = text;
  }
  wire.bind({ statement: name, values });
  if (known === undefined) wire.describe({ type: 'P', name: '' });
  else one.reader = known;
  wire.execute({ portal: '', rows: 0 });
}

function describedOn(connection: Wire): Map<string, RowReader> {
  const known = described.get(connection) ?? new Map<string, RowReader>();
  described.set(connection, known);
  return known;
}
