import { COUNCIL_SEATS, type CouncilSeat } from '#contracts';
import { type Tx } from '#database';
import { conflictedUserIds } from '#identity';
import { Refusal } from '#kernel';
import { activeMembers, type MemberState, type SeatedMember } from './domain/council-members.js';
import { type Council } from './council.store.js';

/** A seat with the person who holds it and what became of the invitation. */
export interface CouncilMember extends SeatedMember {
  userId: string;
  name: string;
  organisation: string | null;
  assignmentId: string;
  replaces: string | null;
  addedAt: Date;
  addedReason: string | null;
  answeredAt: Date | null;
}
type Row = Omit<CouncilMember, 'state'> & { assignment: MemberState; declaration: string | null };

const SELECT = `SELECT m.id AS "memberId", m.user_id AS "userId", u.display_name AS name, o.name AS organisation, m.seat, m.votes,
  m.assignment_id AS "assignmentId", m.replaces, m.added_at AS "addedAt", m.added_reason AS "addedReason",
  a.answered_at AS "answeredAt", a.state AS assignment, a.declaration
  FROM council_member m JOIN app_user u ON u.id = m.user_id JOIN assignment a ON a.id = m.assignment_id
  LEFT JOIN organisation o ON o.id = u.organisation_id`;

/** Recused is whoever declared a conflict, or is known to be in one by now, unless the seat had been taken away before. */
function stateOf({ assignment, declaration, userId }: Row, conflicted: readonly string[]): MemberState {
  if (assignment === 'released') return 'released';
  return declaration === 'conflict' || conflicted.includes(userId) ? 'recused' : assignment;
}

/** Everybody who has or had a seat in a council, in the order of the seats, chair first. */
export async function councilMembers(
  tx: Tx,
  { id, dossierId }: Pick<Council, 'id' | 'dossierId'>,
): Promise<CouncilMember[]> {
  const rows = await tx.query<Row>(
    `${SELECT} WHERE m.council_id = $1 ORDER BY array_position($2::text[], m.seat), m.added_at, u.display_name, m.id`,
    [id, [...COUNCIL_SEATS]],
  );
  const conflicted = await conflictedUserIds(tx, dossierId);
  return rows.map((row) => {
    const { assignment: _assignment, declaration: _declaration, ...member } = row;
    return { ...member, state: stateOf(row, conflicted) };
  });
}

/** The actor's own seat, where it was accepted; null when there is none. */
export const ownSeat = (tx: Tx, members: readonly CouncilMember[]): CouncilMember | null =>
  activeMembers(members).find(({ userId }) => userId === tx.actor.id) ?? null;

const CONDUCTING: readonly CouncilSeat[] = ['chair', 'vice_chair', 'secretary'];

/** Secretary, chair and vice chair run a session. @throws Refusal `command_not_for_you` with those seats. */
export function requireConductor(tx: Tx, members: readonly CouncilMember[]): CouncilMember {
  const seat = ownSeat(tx, members);
  if (!seat || !CONDUCTING.includes(seat.seat))
    throw new Refusal('command_not_for_you', { seats: [...CONDUCTING] });
  return seat;
}

/** A member of the council by id. @throws Refusal `council_member_unknown`. */
export function requireMember(members: readonly CouncilMember[], memberId: string): CouncilMember {
  const member = members.find((one) => one.memberId === memberId);
  if (!member) throw new Refusal('council_member_unknown', { memberId });
  return member;
}

export interface NewMember {
  councilId: string;
  userId: string;
  assignmentId: string;
  seat: CouncilSeat;
  votes: boolean;
  replaces?: string | null;
  reason?: string | null;
}

/** Writes a seat and returns its id. */
export async function insertMember(tx: Tx, member: NewMember): Promise<string> {
  const { councilId, userId, assignmentId, seat, votes, replaces = null, reason = null } = member;
  const row = await tx.one<{ id: string }>(
    `INSERT INTO council_member (council_id, user_id, assignment_id, seat, votes, replaces, added_by, added_at, added_reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    [councilId, userId, assignmentId, seat, votes, replaces, tx.actor.id, tx.at, reason],
  );
  if (!row) throw new Error('an inserted member has an id');
  return row.id;
}
