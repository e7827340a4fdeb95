import { type CouncilMode, type CouncilPresence } from '#contracts';
import { type Tx } from '#database';
import { type CivilDate, Refusal } from '#kernel';
import { type SeatedMember } from './domain/council-members.js';
import { type Quorum } from './domain/quorum.rule.js';

/** How a session ended, with everything that is needed to count its quorum again. */
export interface SessionOutcome {
  quorum: Quorum;
  /** Whether the council still had its least number of members. */
  largeEnough: boolean;
  presidedBy: string | null;
  /** The member who signs the minutes, and the secretary; null where nobody holds the seat. */
  signerId: string | null;
  secretaryId: string | null;
  members: SeatedMember[];
}
export interface CouncilSession {
  id: string;
  councilId: string;
  number: number;
  mode: CouncilMode;
  heldOn: CivilDate;
  place: string | null;
  /** The last day of a written ballot. */
  closesOn: CivilDate | null;
  openedAt: Date;
  closedAt: Date | null;
  valid: boolean | null;
  outcome: SessionOutcome | null;
}
const SELECT = `SELECT s.id, s.council_id AS "councilId", s.number, s.mode, s.held_on::text AS "heldOn", s.place,
  s.closes_on::text AS "closesOn", s.opened_at AS "openedAt", s.closed_at AS "closedAt", s.valid, s.outcome FROM council_session s`;

/** The sessions of a council, oldest first. */
export const sessionsOf = (tx: Tx, councilId: string): Promise<CouncilSession[]> =>
  tx.query<CouncilSession>(`${SELECT} WHERE s.council_id = $1 ORDER BY s.number`, [councilId]);

/** A session of this council. @throws Refusal `not_found`. */
export async function requireSession(tx: Tx, councilId: string, sessionId: string): Promise<CouncilSession> {
  const session = await tx.one<CouncilSession>(`${SELECT} WHERE s.id = $1 AND s.council_id = $2`, [
    sessionId,
    councilId,
  ]);
  if (!session) throw new Refusal('not_found');
  return session;
}

/** A session that is not closed. @throws Refusal `not_found`, `session_over`. */
export async function requireOpenSession(
  tx: Tx,
  councilId: string,
  sessionId: string,
): Promise<CouncilSession> {
  const session = await requireSession(tx, councilId, sessionId);
  if (session.closedAt !== null) throw new Refusal('session_over', { sessionId, valid: session.valid });
  return session;
}

export interface SessionDraft {
  mode: CouncilMode;
  heldOn: CivilDate;
  place: string | null;
  closesOn: CivilDate | null;
}

/** Opens the next session of a council and returns its id and number. */
export async function insertSession(
  tx: Tx,
  councilId: string,
  { mode, heldOn, place, closesOn }: SessionDraft,
): Promise<{ id: string; number: number }> {
  const row = await tx.one<{ id: string; number: number }>(
    `INSERT INTO council_session (council_id, number, mode, held_on, place, closes_on, opened_by, opened_at)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM council_session WHERE council_id = $1
     RETURNING id, number`,
    [councilId, mode, heldOn, place, closesOn, tx.actor.id, tx.at],
  );
  if (!row) throw new Error('an inserted session has an id');
  return row;
}

/** Closes a session with what it was worth. */
export async function closeSession(
  tx: Tx,
  sessionId: string,
  valid: boolean,
  outcome: SessionOutcome,
): Promise<void> {
  await tx.query(
    'UPDATE council_session SET closed_at = $2, closed_by = $3, valid = $4, outcome = $5 WHERE id = $1',
    [sessionId, tx.at, tx.actor.id, valid, outcome],
  );
}

/** Attendance of one member at a meeting. */
export interface Attendance {
  memberId: string;
  presence: CouncilPresence;
  proxyName: string | null;
  documentId: string | null;
}

export const attendanceOf = (tx: Tx, sessionId: string): Promise<Attendance[]> =>
  tx.query<Attendance>(
    `SELECT member_id AS "memberId", presence, proxy_name AS "proxyName", document_id AS "documentId"
       FROM council_presence WHERE session_id = $1 ORDER BY member_id`,
    [sessionId],
  );

/** Who is there, by member. */
export const presenceOf = (attendance: readonly Attendance[]): Map<string, CouncilPresence> =>
  new Map(attendance.map(({ memberId, presence }) => [memberId, presence]));

/** Writes or corrects the attendance of one member. */
export async function writeAttendance(
  tx: Tx,
  sessionId: string,
  { memberId, presence, proxyName, documentId }: Attendance,
): Promise<void> {
  await tx.query(
    `INSERT INTO council_presence (session_id, member_id, presence, proxy_name, document_id, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (session_id, member_id) DO UPDATE SET presence = excluded.presence, proxy_name = excluded.proxy_name,
       document_id = excluded.document_id, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
    [sessionId, memberId, presence, proxyName, documentId, tx.actor.id, tx.at],
  );
}
