import { type AuditEntry, type AuditFacts } from './domain/audit-entry.js';

/** A row of audit_entry as `ENTRY_COLUMNS` reads it. */
export interface EntryRow {
  id: string;
  chain_id: string;
  seq: number;
  at: string;
  actor_id: string;
  actor_role: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  outcome: 'done' | 'refused';
  facts: AuditFacts;
  payload_hash: string | null;
  prev_hash: string;
  hash: string;
}

/** An instant column as the text that was hashed, whatever the driver would make of it. */
export const utcText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Select list for an audit_entry under the alias `e`. */
export const ENTRY_COLUMNS = `e.id, e.chain_id, e.seq, ${utcText('e.at')} AS at, e.actor_id, e.actor_role, e.action,
  e.subject_kind, e.subject_id, e.outcome, e.facts, e.payload_hash, e.prev_hash, e.hash`;

/** The entry that a row stores; its hash is recomputed from this. */
export const entryOf = (row: EntryRow): AuditEntry => ({
  chainId: row.chain_id,
  seq: row.seq,
  at: row.at,
  actorId: row.actor_id,
  actorRole: row.actor_role,
  action: row.action,
  subject: { kind: row.subject_kind, id: row.subject_id },
  outcome: row.outcome,
  facts: row.facts,
  payloadHash: row.payload_hash,
  prevHash: row.prev_hash,
  hash: row.hash,
});
