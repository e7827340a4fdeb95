import { randomBytes } from 'node:crypto';
import { type Tx } from '#database';
import { isToldOutside, liveEventSql, type LiveTopic, wakeAfterCommit } from '#live';
import {
  type ActingRole,
  appendTo,
  type AuditEntry,
  type AuditFacts,
  type ChainHead,
  PAYLOAD_ERASED,
  saltedHash,
  SYSTEM_CHAIN_ID,
} from './domain/audit-entry.js';

/** What a caller says; who, when and the links come from the transaction. */
export interface AuditDraft {
  /** A dossier's id, or `SYSTEM_CHAIN_ID`. */
  chainId: string;
  action: string;
  subject: { kind: string; id: string };
  facts: AuditFacts;
  /** Free text and names, as JSON; stored apart from the entry, with a salt. */
  payload?: unknown;
  actorRole: ActingRole;
  /** `done` unless said. */
  outcome?: 'done' | 'refused';
}
export type StoredEntry = AuditEntry & { id: string };

const SALT_BYTES = 32;
const INSERT_ENTRY = `
  INSERT INTO audit_entry (chain_id, seq, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts,
                           payload_hash, prev_hash, hash)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13) RETURNING id`;
const INSERT_PAYLOAD =
  'INSERT INTO audit_payload (entry_id, salt, payload) SELECT id, $14, $15::jsonb FROM entry';

/** Values of a live event among those of an entry, and after those of a payload. */
const LIVE = '$3::timestamptz, $14, $1::uuid, $6, $15, $2::integer';
const LIVE_AFTER_PAYLOAD = '$3::timestamptz, $16, $1::uuid, $6, $17, $2::integer';

/**
 * Appends one entry to its chain inside `tx`, which keeps the chain locked until it ends: what belongs together is
 * stored together, and two transactions never extend the same link. `locked`: the head, where the chain was locked already
 * and nothing was appended since. Where one transaction writes to several chains, let it write to `SYSTEM_CHAIN_ID` last.
 * What was done is told to open screens in the same transaction.
 */
export async function appendAudit(
  tx: Tx,
  draft: AuditDraft,
  locked: ChainHead | null = null,
): Promise<StoredEntry> {
  const payload = plainJson(draft.payload);
  const salt = payload === null ? null : randomBytes(SALT_BYTES);
  const head = locked ?? (await lockChain(tx, draft.chainId));
  const entry = appendTo(head, {
    chainId: draft.chainId,
    at: tx.at.toISOString(),
    actorId: tx.actor.id,
    actorRole: draft.actorRole,
    action: draft.action,
    subject: draft.subject,
    outcome: draft.outcome ?? 'done',
    facts: draft.facts,
    payloadHash: salt && saltedHash(salt, payload),
  });
  const id = await insertEntry(tx, entry, salt && { salt, payload });
  return { id, ...entry };
}

/** Appends several entries in this order. */
export async function appendAudits(tx: Tx, drafts: readonly AuditDraft[]): Promise<StoredEntry[]> {
  const stored: StoredEntry[] = [];
  for (const draft of drafts) stored.push(await appendAudit(tx, draft));
  return stored;
}

/**
 * What open screens are told of an entry: no act tells by itself, whatever is logged as done is told. An erasure shows on
 * no screen, and is another role's.
 */
function toldOf({ chainId, action, actorRole, outcome, facts }: AuditEntry): Told | null {
  if (outcome !== 'done' || chainId === SYSTEM_CHAIN_ID || action === PAYLOAD_ERASED) return null;
  const topic = action.startsWith('project.') ? 'project' : 'dossier';
  const isOpen = topic === 'dossier' && isToldOutside({ action, actorRole, facts });
  return { topic, audience: isOpen ? 'open' : 'house' };
}
interface Told {
  topic: LiveTopic;
  audience: 'open' | 'house';
}

/** What JSON will store is what is hashed: no undefined, no Date. */
const plainJson = (payload: unknown): unknown =>
  payload === undefined || payload === null ? null : JSON.parse(JSON.stringify(payload));

/** Locks a chain for the rest of the transaction and tells its head, for an entry that follows what is given with it. */
export async function lockChain(tx: Tx, chainId: string): Promise<ChainHead> {
  const head = await tx.one<{ head_seq: number; head_hash: string }>(
    'SELECT head_seq, head_hash FROM audit_lock_chain($1)',
    [chainId],
  );
  if (!head) throw new Error('a locked chain has a head');
  return { seq: head.head_seq, hash: head.head_hash };
}

/** Entry, payload and what screens are told, in one statement. */
async function insertEntry(
  tx: Tx,
  entry: AuditEntry,
  kept: { salt: Buffer; payload: unknown } | null,
): Promise<string> {
  const { chainId, seq, at, actorId, actorRole, action, subject, outcome, facts, prevHash, hash } = entry;
  const told = toldOf(entry);
  if (told) wakeAfterCommit(tx);
  const row = await tx.one<{ id: string }>(statementFor(kept !== null, told !== null), [
    chainId,
    seq,
    at,
    actorId,
    actorRole,
    action,
    subject.kind,
    subject.id,
    outcome,
    JSON.stringify(facts),
    entry.payloadHash,
    prevHash,
    hash,
    ...(kept ? [kept.salt, JSON.stringify(kept.payload)] : []),
    ...(told ? [told.topic, told.audience] : []),
  ]);
  if (!row) throw new Error('an inserted entry has an id');
  return row.id;
}

function statementFor(keeps: boolean, tells: boolean): string {
  const parts = [`entry AS (${INSERT_ENTRY})`];
  if (keeps) parts.push(`payload AS (${INSERT_PAYLOAD})`);
  if (tells) parts.push(`told AS (${liveEventSql(keeps ? LIVE_AFTER_PAYLOAD : LIVE)})`);
  return parts.length === 1 ? INSERT_ENTRY : `WITH ${parts.join(', ')} SELECT id FROM entry`;
}
