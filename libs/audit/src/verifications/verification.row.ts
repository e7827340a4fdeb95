import { type Tx } from '#database';
import { digestOf, Refusal } from '#kernel';
import { appendAudit } from '../append-audit.js';
import { SYSTEM_CHAIN_ID } from '../domain/audit-entry.js';
import { utcText } from '../entry-row.js';
import { type VerificationPart, type VerificationStep } from '../verification-step.js';
import { type DatabaseReport } from '../verify-database.js';

export const VERIFICATION_STATES = ['queued', 'running', 'finished', 'failed'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

/** A verification of the whole log, as it stands; instants as UTC text. */
export interface Verification {
  id: string;
  authorityId: string;
  state: VerificationState;
  requestedBy: string;
  /** Of the account today. */
  requestedByName: string;
  requestedAt: string;
  startedAt: string | null;
  endedAt: string | null;
  tries: number;
  part: VerificationPart | null;
  done: number;
  total: number;
  knownCheckpoints: number | null;
  report: DatabaseReport | null;
  reportSha256: string | null;
  lastError: string | null;
}

const COLUMNS = `v.id, v.authority_id AS "authorityId", v.state, v.requested_by AS "requestedBy", u.display_name AS "requestedByName",
  ${utcText('v.requested_at')} AS "requestedAt", ${utcText('v.started_at')} AS "startedAt", ${utcText('v.ended_at')} AS "endedAt",
  v.tries, v.part, v.done, v.total, v.known_checkpoints AS "knownCheckpoints", v.report, v.report_sha256 AS "reportSha256",
  v.last_error AS "lastError"`;
const SELECT = `SELECT ${COLUMNS} FROM audit_verification v JOIN app_user u ON u.id = v.requested_by`;

const subjectOf = (id: string) => ({ kind: 'audit_verification', id });

/**
 * Asks for a verification of the whole log; that it was asked for stands in the chain of the system, and so under what is
 * verified. @throws Refusal `verification_running` while another one waits or runs
 */
export async function requestVerification(tx: Tx): Promise<{ id: string }> {
  const made = await tx.one<{ id: string }>(
    `INSERT INTO audit_verification (authority_id, state, requested_by, requested_at) VALUES ($1, 'queued', $2, $3)
     ON CONFLICT ((true)) WHERE state IN ('queued', 'running') DO NOTHING RETURNING id`,
    [tx.actor.authorityId, tx.actor.id, tx.at],
  );
  if (!made) throw new Refusal('verification_running');
  await appendAudit(tx, {
    chainId: SYSTEM_CHAIN_ID,
    action: 'verification.requested',
    subject: subjectOf(made.id),
    facts: {},
    actorRole: 'auditor',
  });
  return made;
}

/** A verification of the reader's authority. @throws Refusal `not_found` */
export async function readVerification(tx: Tx, id: string): Promise<Verification> {
  const found = await tx.one<Verification>(`${SELECT} WHERE v.id = $1 AND v.authority_id = $2`, [
    id,
    tx.actor.authorityId,
  ]);
  if (!found) throw new Refusal('not_found');
  return found;
}

/** Verifications that people of the reader's authority asked for, the newest first. */
export const latestVerifications = (tx: Tx, limit: number): Promise<Verification[]> =>
  tx.query<Verification>(
    `${SELECT} WHERE v.authority_id = $1 ORDER BY v.requested_at DESC, v.id DESC LIMIT $2`,
    [tx.actor.authorityId, limit],
  );

/** The link of the system's chain that says what a verification found; null for one that is older than the chain tells. */
export const entryOfVerification = (tx: Tx, id: string): Promise<{ seq: number; hash: string } | null> =>
  tx.one(
    `SELECT seq, hash FROM audit_entry WHERE subject_kind = 'audit_verification' AND subject_id = $1
        AND action = 'verification.finished' AND chain_id = $2`,
    [id, SYSTEM_CHAIN_ID],
  );

/** One that a worker has begun. */
export interface BegunVerification {
  id: string;
  authorityId: string;
  tries: number;
}
/** So often a worker begins; whatever ends workers would go on to do so. */
const TRIES_AT_MOST = 3;

export const isVerificationWaiting = async (tx: Tx): Promise<boolean> =>
  (await tx.one(`SELECT 1 AS yes FROM audit_verification WHERE state IN ('queued', 'running')`)) !== null;

/** Begins the one that waits, or that a worker left behind; null where there is none or it was begun too often. */
export async function beginVerification(tx: Tx): Promise<BegunVerification | null> {
  const waiting = await tx.one<{ id: string; tries: number }>(
    `SELECT id, tries FROM audit_verification WHERE state IN ('queued', 'running') FOR UPDATE`,
  );
  if (!waiting) return null;
  if (waiting.tries >= TRIES_AT_MOST) {
    await giveUp(tx, waiting.id, 'broken_off');
    return null;
  }
  return tx.one<BegunVerification>(
    `UPDATE audit_verification SET state = 'running', tries = tries + 1, started_at = $2, part = 'chains', done = 0, total = 0
      WHERE id = $1 RETURNING id, authority_id AS "authorityId", tries`,
    [waiting.id, tx.at],
  );
}

/** A turn that has been taken over or given up in the meantime writes nothing any more. */
const BEGUN = `id = $1 AND state = 'running' AND tries = $2`;

export const noteStep = (
  tx: Tx,
  { id, tries }: BegunVerification,
  { part, done, total }: VerificationStep,
): Promise<number> =>
  tx.affect(`UPDATE audit_verification SET part = $3, done = $4, total = $5 WHERE ${BEGUN}`, [
    ...[id, tries, part],
    ...[done, total],
  ]);

/** Keeps what was found, and its digest in the chain of the system. */
export async function finishVerification(
  tx: Tx,
  { id, tries }: BegunVerification,
  report: DatabaseReport,
  knownCheckpoints: number,
): Promise<void> {
  const reportSha256 = digestOf(report);
  const kept = await tx.affect(
    `UPDATE audit_verification SET state = 'finished', ended_at = $3, report = $4, report_sha256 = $5, known_checkpoints = $6,
       last_error = NULL WHERE ${BEGUN}`,
    [id, tries, tx.at, JSON.stringify(report), reportSha256, knownCheckpoints],
  );
  if (kept === 0) return;
  const { ok, chains, entries, checkpoints, files, faultCount } = report;
  await appendAudit(tx, {
    chainId: SYSTEM_CHAIN_ID,
    action: 'verification.finished',
    subject: subjectOf(id),
    facts: { ok, chains, entries, checkpoints, files, faults: faultCount, reportSha256 },
    actorRole: 'system',
  });
}

/** A worker that is told to stop leaves it to the next one, as if it had not begun. */
export const leaveVerification = (tx: Tx, { id, tries }: BegunVerification): Promise<number> =>
  tx.affect(`UPDATE audit_verification SET state = 'queued', tries = tries - 1 WHERE ${BEGUN}`, [id, tries]);

/** An attempt that ended in an error is made again, or given up. */
export async function noteFailure(tx: Tx, { id, tries }: BegunVerification, error: string): Promise<void> {
  const code = error.slice(0, 100);
  const noted = await tx.affect(
    `UPDATE audit_verification SET state = 'queued', last_error = $3 WHERE ${BEGUN}`,
    [id, tries, code],
  );
  if (noted > 0 && tries >= TRIES_AT_MOST) await giveUp(tx, id, code);
}

async function giveUp(tx: Tx, id: string, code: string): Promise<void> {
  await tx.query(
    `UPDATE audit_verification SET state = 'failed', ended_at = $2, last_error = coalesce(last_error, $3) WHERE id = $1`,
    [id, tx.at, code],
  );
  await appendAudit(tx, {
    chainId: SYSTEM_CHAIN_ID,
    action: 'verification.failed',
    subject: subjectOf(id),
    facts: { code },
    actorRole: 'system',
  });
}
