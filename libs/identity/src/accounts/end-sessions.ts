import { type Tx } from '#database';
import { recordLive } from '#live';

/** Ends every session and every refresh family of a person; access tokens fall with their family. */
export async function endSessions(
  tx: Tx,
  userId: string,
  reason: 'deactivated' | 'roles_changed' | 'password_changed',
): Promise<void> {
  await tx.query(
    'UPDATE web_session SET ended_at = $2, end_reason = $3 WHERE user_id = $1 AND ended_at IS NULL',
    [userId, tx.at, reason],
  );
  await tx.query(
    'UPDATE refresh_family SET revoked_at = $2, revoke_reason = $3 WHERE user_id = $1 AND revoked_at IS NULL',
    [userId, tx.at, reason],
  );
  await tellSessionEnded(tx, userId);
}

/** Streams of events that rest on a session of this person look at once whether it still stands. */
export const tellSessionEnded = (tx: Tx, userId: string): Promise<void> =>
  recordLive(tx, { topic: 'session', subjectId: null, kind: 'session.ended', audiences: [userId] });
