import { type CouncilMinutesContent } from '#contracts';
import { type Tx } from '#database';

/** Minutes of a session as data, with the letter that carries them. */
export interface MinutesRow {
  sessionId: string;
  letterId: string;
  data: CouncilMinutesContent;
  sha256: string;
}
const SELECT = 'SELECT session_id AS "sessionId", letter_id AS "letterId", data, sha256 FROM council_minutes';

/** The minutes of a session, or null. */
export const minutesOf = (tx: Tx, sessionId: string): Promise<MinutesRow | null> =>
  tx.one<MinutesRow>(`${SELECT} WHERE session_id = $1`, [sessionId]);

/** The minutes that a letter carries, or null. */
export const minutesOfLetter = (tx: Tx, letterId: string): Promise<MinutesRow | null> =>
  tx.one<MinutesRow>(`${SELECT} WHERE letter_id = $1`, [letterId]);

/** Writes the minutes of a session, or what they say now. */
export async function writeMinutes(tx: Tx, { sessionId, letterId, data, sha256 }: MinutesRow): Promise<void> {
  await tx.query(
    `INSERT INTO council_minutes (session_id, letter_id, data, sha256, drafted_by, drafted_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (session_id) DO UPDATE SET letter_id = excluded.letter_id, data = excluded.data, sha256 = excluded.sha256,
       drafted_by = excluded.drafted_by, drafted_at = excluded.drafted_at`,
    [sessionId, letterId, data, sha256, tx.actor.id, tx.at],
  );
}
