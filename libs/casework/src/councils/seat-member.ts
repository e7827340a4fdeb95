import { type Council, insertMember, type SeatDraft, seatVotes } from '#appraisal';
import { assignPerson, openAssignments, releaseAssignment } from '#assignments';
import { type CouncilSeat, type Role } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { Refusal } from '#kernel';

const JUDGES: readonly Role[] = ['expert', 'appraiser', 'head', 'leader'];
const CLERKS: readonly Role[] = ['council_secretary', 'appraiser'];
/** Roles of which one at least is needed for some seat. */
export const SEAT_ROLES: readonly Role[] = [...new Set([...JUDGES, ...CLERKS])];
const suitable = (seat: CouncilSeat): readonly Role[] => (seat === 'secretary' ? CLERKS : JUDGES);

export interface SeatOrder extends SeatDraft {
  dueOn?: string | undefined;
  reason?: string | null;
  replaces?: string | null;
}

/**
 * Invites a person to a seat through the assignments: they declare before seeing anything, and declaring a conflict is a
 * recusal. @throws Refusal those of `assignPerson`, `council_seat_unsuitable`.
 */
export async function seatMember(
  tx: Tx,
  row: DossierRow,
  council: Pick<Council, 'id' | 'rules'>,
  { userId, seat, dueOn, reason = null, replaces = null }: SeatOrder,
): Promise<string> {
  const assignmentId = await assignPerson(tx, row, {
    assigneeId: userId,
    kind: 'council',
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(reason === null ? {} : { reason }),
  });
  await requireSuitable(tx, userId, seat);
  const votes = seatVotes(seat, council.rules);
  return insertMember(tx, { councilId: council.id, userId, assignmentId, seat, votes, replaces, reason });
}

async function requireSuitable(tx: Tx, userId: string, seat: CouncilSeat): Promise<void> {
  const rows = await tx.query<{ role: Role }>('SELECT role FROM user_role WHERE user_id = $1', [userId]);
  if (!rows.some(({ role }) => suitable(seat).includes(role)))
    throw new Refusal('council_seat_unsuitable', { userId, seat, needed: [...suitable(seat)] });
}

/** Ends every seat of a dossier and with it what its holder sees: whoever is invited again declares again. */
export async function releaseSeats(tx: Tx, row: Pick<DossierRow, 'id'>): Promise<void> {
  const open = (await openAssignments(tx, row.id)).filter(({ kind }) => kind === 'council');
  for (const one of open) await releaseAssignment(tx, one);
}
