import pg from 'pg';
import { type DatabaseConfig } from '#database';

/**
 * Does `work` unless another process is at it, then null. The lock hangs on a connection of its own: it is free at the
 * moment at which the process that holds it ends, however it ends.
 */
export async function whileAlone<Result>(
  { host, port, user, password, database }: DatabaseConfig,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const client = new pg.Client({
    ...{ host, port, user, password, database },
    application_name: 'techgate verification lock',
    keepAlive: true,
  });
  // Whoever loses the lock goes on reading and writes nothing that another one would not write too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('audit_verification', 1263)) AS free`,
    );
    return rows[0]?.free === true ? await work() : null;
  } finally {
    await client.end();
  }
}
