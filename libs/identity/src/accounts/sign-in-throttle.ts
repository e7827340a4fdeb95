import { type Tx } from '#database';
import { sha256 } from '#kernel';
import {
  ACCOUNT_RULE,
  ADDRESS_RULE,
  fadedCount,
  type LockOutRule,
  TRACKING_CODE_RULE,
  waitSeconds,
} from './lock-out.rule.js';

export type ThrottleKind = 'account' | 'address' | 'tracking_code' | 'tracking_address';
const RULES: Record<ThrottleKind, LockOutRule> = {
  account: ACCOUNT_RULE,
  address: ADDRESS_RULE,
  tracking_code: TRACKING_CODE_RULE,
  tracking_address: ADDRESS_RULE,
};
/** Failures older than this are forgotten. */
const MEMORY_HOURS = 24;
const digest = (kind: ThrottleKind, subject: string) => sha256(`${kind}:${subject}`);

interface ThrottleRow {
  failedCount: number;
  lockedUntil: Date | null;
  /** From when the count halves. */
  since: Date;
}

/**
 * Counts an attempt before it is judged, so that parallel guesses cannot slip between check and count; failures of long
 * ago count less. Returns the seconds still to wait when the subject is locked (the attempt is then not counted), else 0.
 */
export async function countAttempt(tx: Tx, kind: ThrottleKind, subject: string): Promise<number> {
  const key = digest(kind, subject);
  const now = tx.at.getTime();
  await tx.query('DELETE FROM sign_in_throttle WHERE last_failed_at < $1', [
    new Date(now - MEMORY_HOURS * 3_600_000),
  ]);
  const row = await lockedRow(tx, kind, key);
  const remaining = ((row.lockedUntil?.getTime() ?? 0) - now) / 1000;
  if (remaining > 0) return Math.ceil(remaining);
  const faded = fadedCount({ failures: row.failedCount, since: row.since.getTime() }, now);
  const failures = faded.failures + 1;
  const wait = waitSeconds(failures, RULES[kind]);
  const lockedUntil = wait === 0 ? null : new Date(now + wait * 1000);
  await tx.query(
    `UPDATE sign_in_throttle SET failed_count = $3, locked_until = $4, last_failed_at = $5 WHERE kind = $1 AND subject_digest = $2`,
    [kind, key, failures, lockedUntil, new Date(faded.since)],
  );
  return 0;
}

async function lockedRow(tx: Tx, kind: ThrottleKind, key: string): Promise<ThrottleRow> {
  await tx.query(
    `INSERT INTO sign_in_throttle (kind, subject_digest, failed_count, last_failed_at) VALUES ($1, $2, 0, $3)
     ON CONFLICT (kind, subject_digest) DO NOTHING`,
    [kind, key, tx.at],
  );
  const row = await tx.one<ThrottleRow>(
    `SELECT failed_count AS "failedCount", locked_until AS "lockedUntil", last_failed_at AS since FROM sign_in_throttle
     WHERE kind = $1 AND subject_digest = $2 FOR UPDATE`,
    [kind, key],
  );
  return row ?? { failedCount: 0, lockedUntil: null, since: tx.at };
}

/** After a success: the account starts afresh; the address only takes back this one attempt. */
export async function forgiveAttempt(tx: Tx, email: string, address: string): Promise<void> {
  await startAfresh(tx, 'account', email);
  await takeBack(tx, 'address', address);
}

/** After the own password was shown to be known: the account starts afresh. */
export const forgiveAccount = (tx: Tx, email: string): Promise<unknown> => startAfresh(tx, 'account', email);

/** The same for the tracking secret of a dossier. */
export async function forgiveTracking(tx: Tx, fileCode: string, network: string): Promise<void> {
  await startAfresh(tx, 'tracking_code', fileCode);
  await takeBack(tx, 'tracking_address', network);
}

const startAfresh = (tx: Tx, kind: ThrottleKind, subject: string) =>
  tx.query('DELETE FROM sign_in_throttle WHERE kind = $1 AND subject_digest = $2', [
    kind,
    digest(kind, subject),
  ]);

const takeBack = (tx: Tx, kind: ThrottleKind, subject: string) =>
  tx.query(
    `UPDATE sign_in_throttle SET failed_count = greatest(0, failed_count - 1), locked_until = NULL
     WHERE kind = $1 AND subject_digest = $2`,
    [kind, digest(kind, subject)],
  );
