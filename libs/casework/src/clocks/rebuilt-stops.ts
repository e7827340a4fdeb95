import { type Tx } from '#database';
import { type ClockRow } from './clock.row.js';

/** What was asked of the owner, and the status in which the dossier waited for the answer. */
const STATUS_OF_KIND = {
  supplement: 'supplement_requested',
  clarification: 'clarification_requested',
} as const;

/**
 * Gives a clock that begins in the past the stops which its rule allows and which are over: from the civil day of the
 * request (never before the start) to that of the answer, or to the day on which the request was closed without one.
 */
export async function rebuildStops(tx: Tx, clock: ClockRow): Promise<void> {
  for (const [kind, status] of Object.entries(STATUS_OF_KIND)) {
    const permission = clock.rule.stopsOn.find((stop) => stop.status === status);
    if (!permission) continue;
    await tx.query(
      `INSERT INTO clock_stop (clock_id, from_on, to_on, reason, basis, verification)
       SELECT $1::uuid, GREATEST(r.from_on, $2::date), r.to_on, $3::text, $4::text, $5::text FROM (
         SELECT (asked_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS from_on,
                COALESCE((answer #>> '{timelyProof,answeredOn}')::date,
                         (COALESCE(answered_at, closed_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS to_on
           FROM party_request WHERE dossier_id = $6 AND kind = $7) r
        WHERE r.to_on > GREATEST(r.from_on, $2::date)`,
      [clock.id, clock.startOn, status, permission.basis, permission.verification, clock.dossierId, kind],
    );
  }
}
