import { erasePayload, type KnownErasure } from '#audit';
import { type DatabaseConfig, type Tx } from '#database';
import { inOneTransaction } from '../database/one-transaction.js';

/** The log is of every authority. */
const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
/** In everyday work only techgate_eraser erases; a restore, like the load of its rows, is the owner's. */
const GUARD = 'TRIGGER audit_payload_lawful_erasure';
const STILL_THERE = `
SELECT 1 FROM audit_payload p JOIN audit_entry e ON e.id = p.entry_id
 WHERE e.chain_id = $1 AND e.seq = $2 AND p.payload IS NOT NULL`;

/**
 * Erases again what was lawfully erased after the backup was taken, each with an entry of its own in the log; all or
 * nothing. Returns how many there were: what is erased already, or younger than the backup, is passed over.
 */
export async function replayErasures(
  owner: DatabaseConfig,
  erasures: readonly KnownErasure[],
): Promise<number> {
  let replayed = 0;
  await inOneTransaction(owner, NO_AUTHORITY, async (tx) => {
    await tx.query(`ALTER TABLE audit_payload DISABLE ${GUARD}`);
    for (const erasure of erasures) replayed += Number(await erasedAgain(tx, erasure));
    await tx.query(`ALTER TABLE audit_payload ENABLE ALWAYS ${GUARD}`);
  });
  return replayed;
}

async function erasedAgain(tx: Tx, { chainId, seq, basis }: KnownErasure): Promise<boolean> {
  if ((await tx.one(STILL_THERE, [chainId, seq])) === null) return false;
  await erasePayload(tx, { chainId, seq, basis, actorRole: 'system' });
  return true;
}
