import {
  attendanceOf,
  type CastVote,
  type CompositionRemark,
  compositionRemarks,
  type Council,
  type CouncilMember,
  councilMembers,
  type CouncilMotion,
  type CouncilSession,
  councilsOf,
  countingMembers,
  type Dissent,
  dissentsOf,
  type MotionResult,
  motionsOf,
  ownSeat,
  type Quorum,
  sessionsOf,
  votesOf,
} from '#appraisal';
import { type CouncilVote, type LetterStatus } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse, type OpenedDossier } from '#dossiers';
import { Refusal } from '#kernel';
import { letterById } from '#letters';
import { minutesOf } from './minutes.store.js';
import { quorumOf } from './session-end.js';

export interface PaperView {
  letterId: string;
  status: LetterStatus;
  number: string | null;
  issuedOn: string | null;
  sha256: string | null;
}
export interface MotionView extends Omit<CouncilMotion, 'sessionId' | 'counted'> {
  /** How many ballots are in; what they say is shown when the motion is closed. */
  ballots: number;
  ownVote: CouncilVote | null;
  /** Whose ballot is in, not what it says: for the secretary, who enters those on paper, while the motion is open. */
  voted: string[] | null;
  votes: { memberId: string; vote: CouncilVote; onPaper: boolean }[] | null;
  result: MotionResult | null;
  dissents: Omit<Dissent, 'motionId'>[];
}
export interface SessionView extends Omit<CouncilSession, 'councilId' | 'outcome'> {
  presidedBy: string | null;
  attendance: { memberId: string; presence: string; proxyName: string | null; documentId: string | null }[];
  /** As it stands while the session is open, as it stood when it was closed. */
  quorum: Quorum;
  motions: MotionView[];
  minutes: PaperView | null;
}
export interface CouncilView extends Omit<Council, 'dossierId' | 'decisionLetterId'> {
  members: CouncilMember[];
  counting: number;
  remarks: CompositionRemark[];
  decision: PaperView | null;
  sessions: SessionView[];
}

/**
 * The councils of a dossier, the newest first, for the house and for their own members. Votes are blind until their
 * motion is closed. @throws Refusal `forbidden` for the owner and for experts without a seat
 */
export async function councilViews(tx: Tx, { row, relations }: OpenedDossier): Promise<CouncilView[]> {
  const inside = isOfTheHouse(tx.actor) || relations.includes('council_member');
  if (!inside || relations.includes('owner')) throw new Refusal('forbidden');
  const views: CouncilView[] = [];
  for (const council of await councilsOf(tx, row.id)) views.push(await viewOf(tx, council));
  return views;
}

async function viewOf(tx: Tx, council: Council): Promise<CouncilView> {
  const members = await councilMembers(tx, council);
  const { dossierId: _dossier, decisionLetterId, ...shown } = council;
  const sessions: SessionView[] = [];
  for (const session of await sessionsOf(tx, council.id))
    sessions.push(await sessionView(tx, council, members, session));
  const seats = members.filter(({ state }) => state === 'invited' || state === 'accepted');
  return {
    ...shown,
    members,
    counting: countingMembers(members).length,
    remarks: compositionRemarks(seats, council.rules.advice),
    decision: await paperOf(tx, decisionLetterId),
    sessions,
  };
}

async function sessionView(
  tx: Tx,
  council: Council,
  members: CouncilMember[],
  session: CouncilSession,
): Promise<SessionView> {
  const { councilId: _council, outcome, ...shown } = session;
  const all = await motionsOf(tx, council.id);
  const [votes, dissents] = [await votesOf(tx, council.id), await dissentsOf(tx, council.id)];
  const own = ownSeat(tx, members);
  return {
    ...shown,
    presidedBy: outcome?.presidedBy ?? null,
    attendance: await attendanceOf(tx, session.id),
    quorum: outcome?.quorum ?? (await quorumOf(tx, { council }, session, members)),
    motions: all
      .filter(({ sessionId }) => sessionId === session.id)
      .map((motion) => motionView(motion, votes, dissents, own)),
    minutes: await paperOf(tx, (await minutesOf(tx, session.id))?.letterId ?? null),
  };
}

function motionView(
  { sessionId: _session, counted, ...shown }: CouncilMotion,
  all: readonly CastVote[],
  dissents: readonly Dissent[],
  own: CouncilMember | null,
): MotionView {
  const votes = all.filter(({ motionId }) => motionId === shown.id);
  return {
    ...shown,
    ballots: votes.length,
    ownVote: votes.find(({ memberId }) => memberId === own?.memberId)?.vote ?? null,
    voted: own?.seat === 'secretary' && counted === null ? votes.map(({ memberId }) => memberId) : null,
    votes:
      counted === null
        ? null
        : votes.map(({ memberId, vote, documentId }) => ({ memberId, vote, onPaper: documentId !== null })),
    result: counted?.result ?? null,
    dissents: dissents
      .filter(({ motionId }) => motionId === shown.id)
      .map(({ motionId: _motion, ...dissent }) => dissent),
  };
}

async function paperOf(tx: Tx, letterId: string | null): Promise<PaperView | null> {
  if (letterId === null) return null;
  const { id, status, number, issuedOn, sha256 } = await letterById(tx, letterId);
  return { letterId: id, status, number, issuedOn, sha256 };
}
