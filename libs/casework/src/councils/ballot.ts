import {
  attendanceOf,
  type CastVote,
  type CouncilMember,
  type CouncilMotion,
  type CouncilSession,
  opinionBy,
  ownSeat,
  presenceOf,
  requireCouncilPaper,
  requireDocuments,
  requireMember,
  votesOf,
} from '#appraisal';
import { type CouncilVote } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type CivilDate, civilDate, civilDateOf, Refusal } from '#kernel';
import { type SittingCouncil } from './sitting-council.js';

export interface VoteOrder {
  motionId: string;
  vote: CouncilVote;
  /** Another member, whose signed ballot the secretary enters. */
  memberId?: string | undefined;
  documentId?: string | undefined;
  /** The day on the paper ballot; today when not given. */
  castOn?: string | undefined;
}
interface Situation {
  motion: CouncilMotion;
  session: CouncilSession;
  order: VoteOrder;
}

/**
 * The vote as it may be stored.
 * @throws Refusal `vote_over`, `command_not_for_you`, `vote_not_yours`, `ballot_paper_missing`, `evidence_document_unknown`,
 * `council_member_unknown`, `council_member_not_ready`, `member_absent`, `vote_cast_already`, `own_opinion_first`,
 * `impossible_value`.
 */
export async function requireBallot(
  tx: Tx,
  row: DossierRow,
  { council, members }: SittingCouncil,
  situation: Situation,
): Promise<CastVote> {
  const { motion, session, order } = situation;
  if (motion.closedAt !== null) throw new Refusal('vote_over', { motionId: motion.id });
  const { member, documentId } = voterOf(tx, members, order);
  if (documentId !== null) await requirePaper(tx, row, member.memberId, documentId);
  if (!member.votes || member.state !== 'accepted')
    throw new Refusal('council_member_not_ready', { memberId: member.memberId, state: member.state });
  const castOn = dayOf(tx, session, documentId === null ? undefined : order.castOn);
  if (session.mode === 'meeting') await requireThere(tx, session, member, documentId !== null);
  const votes = await votesOf(tx, council.id);
  if (votes.some(({ motionId, memberId }) => motionId === motion.id && memberId === member.memberId))
    throw new Refusal('vote_cast_already', { motionId: motion.id, memberId: member.memberId });
  if (motion.kind === 'conclusion') await requireOwnOpinion(tx, row, member);
  return { motionId: motion.id, memberId: member.memberId, vote: order.vote, castOn, documentId };
}

/** Whose vote it is: the actor's own, or from paper that of the member whose ballot the secretary holds. */
function voterOf(
  tx: Tx,
  members: readonly CouncilMember[],
  { memberId, documentId }: VoteOrder,
): { member: CouncilMember; documentId: string | null } {
  const own = ownSeat(tx, members);
  if (memberId === undefined || memberId === own?.memberId) {
    if (!own?.votes) throw new Refusal('command_not_for_you', { roles: ['council_member'] });
    return { member: own, documentId: documentId ?? null };
  }
  if (own?.seat !== 'secretary') throw new Refusal('vote_not_yours', { memberId });
  const member = requireMember(members, memberId);
  if (documentId === undefined) throw new Refusal('ballot_paper_missing', { memberId });
  return { member, documentId };
}

/** The ballot is a paper of this council, signed by this member alone. @throws Refusal `evidence_document_unknown`, `ballot_paper_missing` */
async function requirePaper(tx: Tx, row: DossierRow, memberId: string, documentId: string): Promise<void> {
  await requireDocuments(tx, row.id, [documentId]);
  const refused = (reason: string) => new Refusal('ballot_paper_missing', { memberId, documentId, reason });
  await requireCouncilPaper(tx, { documentId, memberId }, refused);
}

/** The day of the vote, within the session. @throws Refusal `vote_over`, `impossible_value` */
function dayOf(tx: Tx, { heldOn, closesOn }: CouncilSession, given: string | undefined): CivilDate {
  const today = civilDateOf(tx.at);
  const castOn = given === undefined ? today : civilDate(given);
  if (castOn < heldOn || castOn > today) {
    throw new Refusal('impossible_value', {
      errors: [{ pointer: '/castOn', code: 'between_session_and_today', message: castOn }],
    });
  }
  if (closesOn !== null && castOn > closesOn) throw new Refusal('vote_over', { closesOn });
  return castOn;
}

/** Who votes in person attends; a paper ballot also counts from somebody who is represented. */
async function requireThere(
  tx: Tx,
  { id }: CouncilSession,
  { memberId }: CouncilMember,
  onPaper: boolean,
): Promise<void> {
  const presence = presenceOf(await attendanceOf(tx, id)).get(memberId);
  const isThere = presence === 'present' || (presence === 'proxy' && onPaper);
  if (!isThere) throw new Refusal('member_absent', { memberId, presence: presence ?? null });
}

/** Nobody concludes together before having written down alone what they think. */
async function requireOwnOpinion(
  tx: Tx,
  row: DossierRow,
  { userId, memberId }: CouncilMember,
): Promise<void> {
  const opinion = await opinionBy(tx, row, userId);
  if (opinion?.state !== 'recorded') throw new Refusal('own_opinion_first', { memberId });
}
