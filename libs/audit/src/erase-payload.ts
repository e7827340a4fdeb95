import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { appendAudit, type StoredEntry } from './append-audit.js';
import { type ActingRole, PAYLOAD_ERASED } from './domain/audit-entry.js';

export interface Erasure {
  chainId: string;
  /** The entry whose payload goes. */
  seq: number;
  /** Code of the legal basis, such as `nd-13-2023.art-16`. */
  basis: string;
  actorRole: ActingRole;
  /** Free text: who asked and why. */
  reason?: string;
}

/**
 * Nulls a payload with its salt and writes the entry that makes this lawful, in one transaction. `tx` is one of the
 * role techgate_eraser: the application's own may not. The proof over the chain stays valid.
 * @throws Refusal `erasure_basis_missing`, `not_found`, `payload_already_erased`.
 */
export async function erasePayload(tx: Tx, erasure: Erasure): Promise<StoredEntry> {
  if (erasure.basis.trim() === '') throw new Refusal('erasure_basis_missing', { seq: erasure.seq });
  const { chainId, seq, basis, actorRole, reason } = erasure;
  const target = await findPayload(tx, chainId, seq);
  const entry = await appendAudit(tx, {
    chainId,
    action: PAYLOAD_ERASED,
    subject: { kind: 'audit_entry', id: target },
    facts: { seq, basis },
    actorRole,
    ...(reason === undefined ? {} : { payload: { reason } }),
  });
  const nulled = await tx.affect(
    'UPDATE audit_payload SET salt = NULL, payload = NULL, erased_by = $2 WHERE entry_id = $1 AND payload IS NOT NULL',
    [target, entry.id],
  );
  if (nulled !== 1) throw new Refusal('payload_already_erased', { chainId, seq });
  return entry;
}

async function findPayload(tx: Tx, chainId: string, seq: number): Promise<string> {
  const found = await tx.one<{ entry_id: string; erased: boolean }>(
    `SELECT p.entry_id, p.erased_by IS NOT NULL AS erased FROM audit_payload p JOIN audit_entry e ON e.id = p.entry_id
      WHERE e.chain_id = $1 AND e.seq = $2`,
    [chainId, seq],
  );
  if (!found) throw new Refusal('not_found', { chainId, seq });
  if (found.erased) throw new Refusal('payload_already_erased', { chainId, seq });
  return found.entry_id;
}
