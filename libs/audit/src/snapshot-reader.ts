import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { CopyOut } from './copy-out.js';

const FETCH = 2000;
const WORK_MEM = '128MB';

/** Where a reader begins: the role and the database, and what cuts it off. */
interface Source {
  config: DatabaseConfig;
  signal: AbortSignal | undefined;
}

/** Reads one snapshot of the database row by row, so that millions of rows need no memory. */
export class SnapshotReader {
  private constructor(
    private readonly client: pg.Client,
    private readonly source: Source,
  ) {}

  /** Opens a read-only snapshot, hands it to `work` and closes it; `signal` cuts off what is being read. */
  static with<Result>(
    config: DatabaseConfig,
    work: (reader: SnapshotReader) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    return SnapshotReader.opened({ config, signal }, null, work);
  }

  /** Hands `work` a second reader of the very same snapshot, on a connection of its own, while this one reads on. */
  async beside<Result>(work: (other: SnapshotReader) => Promise<Result>): Promise<Result> {
    const [snapshot] = await this.all<{ name: string }>('SELECT pg_export_snapshot() AS name');
    return SnapshotReader.opened(this.source, snapshot?.name ?? null, work);
  }

  private static async opened<Result>(
    source: Source,
    snapshot: string | null,
    work: (reader: SnapshotReader) => Promise<Result>,
  ): Promise<Result> {
    const { host, port, user, password, database } = source.config;
    const client = new pg.Client({
      host,
      port,
      user,
      password,
      database,
      application_name: 'techgate verify',
    });
    // A connection that is lost while files are read is told by the next question.
    client.on('error', () => undefined);
    const cutOff = () => void client.end();
    await client.connect();
    source.signal?.addEventListener('abort', cutOff, { once: true });
    try {
      source.signal?.throwIfAborted();
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      if (snapshot !== null) await client.query(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
      // Whole tables are joined and sorted: with the few megabytes of ordinary queries they would go through files.
      await client.query(`SET LOCAL work_mem = '${WORK_MEM}'`);
      return await work(new SnapshotReader(client, source));
    } finally {
      source.signal?.removeEventListener('abort', cutOff);
      await client.end();
    }
  }

  /** All rows of a small result. */
  async all<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(sql, values)).rows;
  }

  /** Rows of a large result, in order; the next ones are on their way while the last are looked at. */
  async *each<Row extends object>(sql: string): AsyncGenerator<Row[]> {
    await this.client.query(`DECLARE audit_rows NO SCROLL CURSOR FOR ${sql}`);
    for (let coming = this.fetch<Row>(); ;) {
      const { rows } = await coming;
      if (rows.length === 0) break;
      coming = this.fetch<Row>();
      yield rows;
    }
    await this.client.query('CLOSE audit_rows');
  }

  /** Rows of a large result in the text format of COPY, in pieces of whole lines. */
  pieces(sql: string): AsyncIterable<Buffer> {
    return this.client.query(new CopyOut(sql));
  }

  private fetch<Row extends object>(): Promise<pg.QueryResult<Row>> {
    const rows = this.client.query<Row>(`FETCH ${FETCH} FROM audit_rows`);
    // A reader that stops early never awaits the last fetch.
    rows.catch(() => undefined);
    return rows;
  }
}
