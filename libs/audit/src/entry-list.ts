import { type Bilingual } from '#contracts';
import { type Tx } from '#database';
import { CHECKPOINT_COLUMNS, checkpointOf, type CheckpointRow } from './checkpoint-row.js';
import { type AuditEntry, SYSTEM_CHAIN_ID } from './domain/audit-entry.js';
import { type SignedCheckpoint } from './domain/checkpoint.js';
import { refusalTitle } from './domain/refusal-title.js';
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.js';

/** An entry as people read it: with its payload while it is stored, and the checkpoint that covers it. */
export interface ListedEntry extends AuditEntry {
  /** Name of the account; null for the system and for accounts that are not there. */
  actorName: string | null;
  payload: unknown;
  payloadState: 'none' | 'stored' | 'erased';
  /** Number of the checkpoint, or null while none covers the entry. */
  checkpoint: number | null;
  /** Why it was refused, in words; null for what was done. No part of what is hashed. */
  refusal: Bilingual | null;
}
/** Which entries of the system chain are wanted; instants in UTC, `until` exclusive. */
export interface SystemEntryFilter {
  action?: string;
  actorId?: string;
  subjectKind?: string;
  subjectId?: string;
  outcome?: 'done' | 'refused';
  from?: Date;
  until?: Date;
  /** Only entries before this sequence number. */
  before?: number;
}
export interface ListedRow extends EntryRow {
  actor_name: string | null;
  payload: unknown;
  erased: boolean | null;
  checkpoint: number | null;
}

/** Select list and joins for entries as people read them. */
export const ENTRY_SELECT = `SELECT ${ENTRY_COLUMNS}, u.display_name AS actor_name, p.payload, p.erased_by IS NOT NULL AS erased, l.checkpoint_number AS checkpoint
  FROM audit_entry e LEFT JOIN audit_payload p ON p.entry_id = e.id LEFT JOIN checkpoint_leaf l ON l.entry_id = e.id
  LEFT JOIN app_user u ON u.id::text = e.actor_id`;

/** The entry that a row tells of. */
export function listed(row: ListedRow): ListedEntry {
  const payloadState = row.payload_hash === null ? 'none' : row.erased ? 'erased' : 'stored';
  const entry = entryOf(row);
  return {
    ...entry,
    actorName: row.actor_name,
    payload: row.payload,
    payloadState,
    checkpoint: row.checkpoint,
    refusal: refusalTitle(entry),
  };
}

/** At most `limit` entries of a chain after a sequence number (0: from the first), in their order. */
export async function chainEntries(
  tx: Tx,
  chainId: string,
  after: number,
  limit: number,
): Promise<ListedEntry[]> {
  const rows = await tx.query<ListedRow>(
    `${ENTRY_SELECT} WHERE e.chain_id = $1 AND e.seq > $2 ORDER BY e.seq LIMIT $3`,
    [chainId, after, limit],
  );
  return rows.map(listed);
}

/**
 * At most `limit` entries of the system chain, newest first: those of the reader's own authority and those of nobody's
 * account (the system, an unknown address at sign-in). The numbers have gaps where another authority acted.
 */
export async function systemEntries(
  tx: Tx,
  filter: SystemEntryFilter,
  limit: number,
): Promise<ListedEntry[]> {
  const values: unknown[] = [SYSTEM_CHAIN_ID, tx.actor.authorityId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = Object.entries(CONDITIONS).flatMap(([name, sql]) => {
    const value = filter[name as keyof SystemEntryFilter];
    return value === undefined ? [] : [`${sql} ${place(value)}`];
  });
  const where = ['e.chain_id = $1', '(u.id IS NULL OR u.authority_id = $2)', ...conditions].join(' AND ');
  const rows = await tx.query<ListedRow>(
    `${ENTRY_SELECT} WHERE ${where} ORDER BY e.seq DESC LIMIT ${place(limit)}`,
    values,
  );
  return rows.map(listed);
}

const CONDITIONS: Record<keyof SystemEntryFilter, string> = {
  action: 'e.action =',
  actorId: 'e.actor_id =',
  subjectKind: 'e.subject_kind =',
  subjectId: 'e.subject_id =',
  outcome: 'e.outcome =',
  from: 'e.at >=',
  until: 'e.at <',
  before: 'e.seq <',
};

/** At most `limit` checkpoints, newest first; `before` is a number that they all lie below. */
export async function checkpointsBefore(
  tx: Tx,
  before: number | null,
  limit: number,
): Promise<SignedCheckpoint[]> {
  const rows = await tx.query<CheckpointRow>(
    `SELECT ${CHECKPOINT_COLUMNS} FROM checkpoint c WHERE $1::int IS NULL OR c.number < $1 ORDER BY c.number DESC LIMIT $2`,
    [before, limit],
  );
  return rows.map(checkpointOf);
}
