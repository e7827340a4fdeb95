import { type DataSource } from 'typeorm';
import { type Tx } from '#database';

export const WAKE_CHANNEL = 'techgate_live';
/** What many transactions commit at once is one wake-up. */
const GATHER_MS = 20;
const NOTIFY = `SELECT pg_notify('${WAKE_CHANNEL}', '')`;
const pending = new WeakSet<DataSource>();

/**
 * Wakes the readers of every process once the transaction is committed. Told apart from it: a NOTIFY inside would put the
 * commits of the whole database one behind the other. One that is lost loses nothing, since readers also look by themselves.
 */
export function wakeAfterCommit(tx: Tx): void {
  const source = tx.manager.connection;
  tx.onCommit(() => {
    if (pending.has(source)) return;
    pending.add(source);
    setTimeout(() => {
      pending.delete(source);
      if (source.isInitialized) source.query(NOTIFY).catch(() => undefined);
    }, GATHER_MS).unref();
  });
}
