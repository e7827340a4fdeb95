import { Socket } from 'node:net';
import { type DatabaseConfig } from './database-config.js';

/** Longer than the server itself takes to cancel a statement, so that only a dead connection is given up by us. */
const GRACE_MS = 2000;
const CONNECT_WITHIN_MS = 5000;
/** A transaction whose process was cut off gives its locks back after so many statements' time. */
const IDLE_STATEMENTS = 2;

/** What `pg` is told so that nothing waits for ever on a database that is slow, cut off or silent. */
export interface TimeLimits {
  connectionTimeoutMillis: number;
  keepAlive: boolean;
  statement_timeout: number;
  idle_in_transaction_session_timeout: number;
  stream: () => Socket;
}

/**
 * Limits of the connections of one process: getting one, one statement, an idle transaction, and a network that swallows
 * everything (no byte for longer than a statement may take). Empty when the configuration sets none (migrations, verify).
 */
export function timeLimits({ statementSeconds }: DatabaseConfig): Partial<TimeLimits> {
  if (statementSeconds === undefined) return {};
  const timeoutMs = statementSeconds * 1000;
  return {
    connectionTimeoutMillis: Math.min(CONNECT_WITHIN_MS, timeoutMs),
    keepAlive: true,
    statement_timeout: timeoutMs,
    idle_in_transaction_session_timeout: timeoutMs * IDLE_STATEMENTS,
    stream: () => impatientSocket(timeoutMs + GRACE_MS),
  };
}

/** A socket that ends itself when nothing came for so long; its owner is told as of any lost connection. */
function impatientSocket(milliseconds: number): Socket {
  const socket = new Socket();
  socket.setTimeout(milliseconds, () => {
    socket.destroy(new Error('Connection terminated: the database is silent'));
  });
  return socket;
}
