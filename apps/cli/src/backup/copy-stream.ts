import { once } from 'node:events';
import { type Socket } from 'node:net';
import { Readable } from 'node:stream';
import pg from 'pg';

/** What the driver hands to a statement that speaks the COPY protocol itself. */
interface Wire {
  stream: Socket;
  query: (sql: string) => void;
  sendCopyFromChunk: (chunk: Uint8Array) => void;
  endCopyFrom: () => void;
  sendCopyFail: (message: string) => void;
}
interface Completed {
  text: string;
}
const rowsOf = ({ text }: Completed): number => Number(text.split(' ').at(-1) ?? 0);

/** Rows come one by one; what flows on are pieces of this size, since every piece costs time in every stream. */
const PIECE = 64 * 1024;

/** The bytes of a `COPY … TO STDOUT`, as fast as somebody reads them; `rows` is known at the end. */
export class CopyOut extends Readable implements pg.Submittable {
  rows = 0;
  private wire: Wire | null = null;
  private gathered: Buffer[] = [];
  private size = 0;

  constructor(private readonly sql: string) {
    super({ highWaterMark: 2 * PIECE });
  }

  submit(connection: unknown): void {
    this.wire = connection as Wire;
    this.wire.query(this.sql);
  }
  /** A copy, since the driver uses the memory of a chunk again. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.gathered.push(Buffer.from(chunk));
    this.size += chunk.length;
    if (this.size >= PIECE && !this.passOn()) this.wire?.stream.pause();
  }
  handleCommandComplete(completed: Completed): void {
    this.rows = rowsOf(completed);
  }
  handleReadyForQuery(): void {
    this.passOn();
    this.push(null);
  }
  handleError(error: Error): void {
    this.destroy(error);
  }
  override _read(): void {
    this.wire?.stream.resume();
  }
  /** What is left must flow by, or the connection would stand still for ever. */
  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.wire?.stream.resume();
    done(error);
  }

  /** Whether more is wanted at once; what nobody waits for any more is dropped. */
  private passOn(): boolean {
    const piece = Buffer.concat(this.gathered);
    this.gathered = [];
    this.size = 0;
    return this.destroyed || piece.length === 0 || this.push(piece);
  }
}

/** Feeds a `COPY … FROM STDIN`; `done` is the number of rows, or why it failed: the source's own error where it broke. */
export class CopyIn implements pg.Submittable {
  readonly done: Promise<number>;
  private rows = 0;
  private broken: unknown = null;
  private resolve: (rows: number) => void = () => undefined;
  private reject: (error: unknown) => void = () => undefined;

  constructor(
    private readonly sql: string,
    private readonly source: AsyncIterable<Uint8Array>,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: unknown): void {
    (connection as Wire).query(this.sql);
  }
  handleCopyInResponse(connection: unknown): void {
    void this.feed(connection as Wire);
  }
  handleCommandComplete(completed: Completed): void {
    this.rows = rowsOf(completed);
  }
  handleReadyForQuery(): void {
    this.resolve(this.rows);
  }
  handleError(error: Error): void {
    this.reject(this.broken ?? error);
  }

  private async feed(wire: Wire): Promise<void> {
    try {
      for await (const chunk of this.source) {
        wire.sendCopyFromChunk(chunk);
        if (wire.stream.writableNeedDrain) await drained(wire.stream);
      }
      wire.endCopyFrom();
    } catch (error) {
      this.broken = error;
      wire.sendCopyFail('the source broke off');
    }
  }
}

/** Until the socket takes more, or is gone; leaves no listener behind. */
async function drained(stream: Socket): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const first = Promise.race([once(stream, 'drain', { signal }), once(stream, 'close', { signal })]);
  await first.finally(() => over.abort()).catch(() => undefined);
}

/** A connection of its own, closed whatever happens. */
export async function withClient<Result>(
  {
    host,
    port,
    user,
    password,
    database,
  }: { host: string; port: number; user: string; password: string; database: string },
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ host, port, user, password, database });
  // A connection that breaks fails the statement under way; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
