import { type Tx } from '#database';
import { recordLive } from '#live';

/**
 * Ends the sessions and refresh families of a person, all but the one that is kept; access tokens fall with their family.
 * Returns how many ended.
 */
export async function endSessions(
  tx: Tx,
  userId: string,
  reason: 'deactivated' | 'roles_changed' | 'password_changed',
  keptId: string | null = null,
): Promise<number> {
  const sessions = await tx.affect(
    `UPDATE web_session SET ended_at = $2, end_reason = $3
      WHERE user_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $4::uuid`,
    [userId, tx.at, reason, keptId],
  );
  const families = await tx.affect(
    `UPDATE refresh_family SET revoked_at = $2, revoke_reason = $3
      WHERE user_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $4::uuid`,
    [userId, tx.at, reason, keptId],
  );
  await tellSessionEnded(tx, userId);
  return sessions + families;
}

/** Streams of events that rest on a session of this person look at once whether it still stands. */
export const tellSessionEnded = (tx: Tx, userId: string): Promise<void> =>
  recordLive(tx, { topic: 'session', subjectId: null, kind: 'session.ended', audiences: [userId] });
