import { type Client, type Connection, type Submittable } from 'pg';

const CHUNK = 256 * 1024;
/** What pg's connection can do beyond its types. */
interface CopyConnection extends Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** COPY … FROM STDIN of one text: the fastest way into a table that still runs its checks and triggers. */
class CopyIn implements Submittable {
  constructor(
    private readonly target: string,
    private readonly text: string,
    private readonly settle: { resolve: () => void; reject: (cause: Error) => void },
  ) {}

  submit(connection: Connection): void {
    (connection as CopyConnection).query(`COPY ${this.target} FROM STDIN`);
  }
  handleCopyInResponse(connection: Connection): void {
    const bytes = Buffer.from(this.text, 'utf8');
    for (let at = 0; at < bytes.length; at += CHUNK)
      (connection as CopyConnection).sendCopyFromChunk(bytes.subarray(at, at + CHUNK));
    (connection as CopyConnection).endCopyFrom();
  }
  handleCommandComplete(): void {
    // The end is told by handleReadyForQuery.
  }
  handleReadyForQuery(): void {
    this.settle.resolve();
  }
  handleError(cause: Error): void {
    this.settle.reject(new Error(`COPY ${this.target}: ${cause.message}`, { cause }));
  }
}

/** Copies lines in PostgreSQL's text format, each ended by a line feed, into `table (columns)`. */
export const copyIn = (client: Client, target: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyIn(target, text, { resolve, reject }));
  });

/** A value as COPY reads it; null is \N. */
export const copyValue = (value: string | null): string =>
  value === null
    ? '\\N'
    : value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
