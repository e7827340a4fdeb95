import {
  attendanceOf,
  attendingIds,
  ballotQuorum,
  closeSession,
  type CouncilMember,
  type CouncilSession,
  isLargeEnough,
  meetingQuorum,
  minutesSigner,
  motionsOf,
  presenceOf,
  presidingMember,
  type Quorum,
  secretaryOf,
  type SeatedMember,
  type SessionOutcome,
  setSitting,
  votesOf,
} from '#appraisal';
import { type Tx } from '#database';
import { type SittingCouncil } from './sitting-council.js';

/** The members as plain values, as they are kept beside a count. */
export const asSeated = (members: readonly SeatedMember[]): SeatedMember[] =>
  members.map(({ memberId, seat, votes, state }) => ({ memberId, seat, votes, state }));

/** The quorum of a session as it stands, of the given members. */
export async function quorumOf(
  tx: Tx,
  { council }: Pick<SittingCouncil, 'council'>,
  session: Pick<CouncilSession, 'id' | 'mode'>,
  members: readonly SeatedMember[],
): Promise<Quorum> {
  if (session.mode === 'meeting')
    return meetingQuorum(members, presenceOf(await attendanceOf(tx, session.id)), council.rules);
  const own = (await motionsOf(tx, council.id)).filter(({ sessionId }) => sessionId === session.id);
  const ids = new Set(own.map(({ id }) => id));
  const votes = (await votesOf(tx, council.id)).filter(({ motionId }) => ids.has(motionId));
  return ballotQuorum(members, new Set(votes.map(({ memberId }) => memberId)), council.rules);
}

async function presiding(
  tx: Tx,
  { id, mode }: CouncilSession,
  members: readonly CouncilMember[],
): Promise<CouncilMember | null> {
  if (mode === 'written') return presidingMember(members, null);
  return presidingMember(members, attendingIds(presenceOf(await attendanceOf(tx, id))));
}

/** Closes a session and says what it was worth; one that is broken off is never valid. */
export async function endSession(
  tx: Tx,
  sitting: SittingCouncil,
  session: CouncilSession,
  isBrokenOff = false,
): Promise<{ valid: boolean; outcome: SessionOutcome }> {
  const { council, members } = sitting;
  const quorum = await quorumOf(tx, sitting, session, members);
  const largeEnough = isLargeEnough(members, council.rules);
  const presided = await presiding(tx, session, members);
  const outcome: SessionOutcome = {
    quorum,
    largeEnough,
    presidedBy: presided?.memberId ?? null,
    signerId: minutesSigner(members, presided)?.memberId ?? null,
    secretaryId: secretaryOf(members)?.memberId ?? null,
    members: asSeated(members),
  };
  const valid = quorum.reached && largeEnough && !isBrokenOff;
  await closeSession(tx, session.id, valid, outcome);
  await setSitting(tx, council.id, false);
  return { valid, outcome };
}
