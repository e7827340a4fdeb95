import {
  type Attendance,
  attendanceOf,
  type CastVote,
  type CouncilMember,
  type CouncilMotion,
  type CouncilSession,
  type Dissent,
  dissentsOf,
  motionsOf,
  opinionBy,
  type SessionOutcome,
  votesOf,
} from '#appraisal';
import { type AttendanceLine, type CouncilMinutesContent, type CountLine, type MotionLine } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type SittingCouncil } from './sitting-council.js';
import { ruleLines } from './council-papers.js';

interface Rows {
  votes: CastVote[];
  dissents: Dissent[];
  nameOf: (memberId: string | null) => string | null;
}

/** What the minutes of a closed session say, made of rows alone: the same rows give the same minutes. */
export async function minutesContent(
  tx: Tx,
  row: DossierRow,
  { council, members }: SittingCouncil,
  session: CouncilSession & { outcome: SessionOutcome },
): Promise<CouncilMinutesContent> {
  const names = new Map(members.map(({ memberId, name }) => [memberId, name]));
  const rows: Rows = {
    votes: await votesOf(tx, council.id),
    dissents: await dissentsOf(tx, council.id),
    nameOf: (memberId) => (memberId === null ? null : (names.get(memberId) ?? null)),
  };
  const motions = (await motionsOf(tx, council.id)).filter(({ sessionId }) => sessionId === session.id);
  const { number, mode, heldOn, place, closesOn, outcome } = session;
  return {
    councilName: council.name,
    session: { number, mode, heldOn, place, closesOn },
    valid: session.valid ?? false,
    largeEnough: outcome.largeEnough,
    attendance: attendanceLines(members, session, await attendanceOf(tx, session.id), motions, rows),
    quorum: outcome.quorum,
    presidedBy: rows.nameOf(outcome.presidedBy),
    secretary: rows.nameOf(outcome.secretaryId),
    opinions: await opinionLines(tx, row, members, outcome),
    motions: motions.flatMap((motion) => motionLine(motion, rows)),
    rules: ruleLines(council.rules),
  };
}

/** Everybody who had a seat at the closing; who was recused is named as such and counted nowhere. */
function attendanceLines(
  members: readonly CouncilMember[],
  { mode, outcome }: CouncilSession & { outcome: SessionOutcome },
  attendance: readonly Attendance[],
  motions: readonly CouncilMotion[],
  { votes }: Rows,
): AttendanceLine[] {
  const then = new Map(outcome.members.map(({ memberId, state }) => [memberId, state]));
  const voted = new Set(
    votes.filter(({ motionId }) => motions.some(({ id }) => id === motionId)).map(({ memberId }) => memberId),
  );
  const there = new Map(attendance.map((line) => [line.memberId, line]));
  return members.flatMap(({ memberId, name, seat, votes: mayVote }): AttendanceLine[] => {
    const state = then.get(memberId);
    if (state === undefined || state === 'released' || state === 'declined') return [];
    if (state === 'recused') return [{ name, seat, presence: 'recused', proxyName: null }];
    if (mode === 'written' && !mayVote) return [];
    const line = there.get(memberId);
    if (mode === 'written')
      return [{ name, seat, presence: voted.has(memberId) ? 'ballot' : 'no_ballot', proxyName: null }];
    return [{ name, seat, presence: line?.presence ?? 'absent', proxyName: line?.proxyName ?? null }];
  });
}

/** Recorded opinions of the round by members who were not recused. */
async function opinionLines(
  tx: Tx,
  row: DossierRow,
  members: readonly CouncilMember[],
  { members: then }: SessionOutcome,
): Promise<CouncilMinutesContent['opinions']> {
  const accepted = new Set(then.filter(({ state }) => state === 'accepted').map(({ memberId }) => memberId));
  const lines: CouncilMinutesContent['opinions'] = [];
  for (const { memberId, userId, name, votes } of members) {
    if (!votes || !accepted.has(memberId)) continue;
    const opinion = await opinionBy(tx, row, userId);
    if (opinion?.state === 'recorded' && opinion.recommendation !== null)
      lines.push({ name, recommendation: opinion.recommendation, summary: opinion.summary });
  }
  return lines;
}

function motionLine(motion: CouncilMotion, { votes, dissents, nameOf }: Rows): MotionLine[] {
  if (motion.counted === null) return [];
  const { result, members } = motion.counted;
  const counting = new Set(
    members
      .filter(({ votes: mayVote, state }) => mayVote && state !== 'recused')
      .map(({ memberId }) => memberId),
  );
  const count: CountLine = {
    numerator: result.for,
    denominator: result.denominator,
    needed: result.needed,
    reached: result.carried,
    basis: result.basis,
    verification: result.verification,
    analogy: result.analogy,
  };
  const { number, kind, text, outcome, conditions, id } = motion;
  return [
    {
      ...{ number, kind, text, outcome, conditions, count },
      votes: votes
        .filter(({ motionId, memberId }) => motionId === id && counting.has(memberId))
        .map(({ memberId, vote, documentId }) => ({
          name: nameOf(memberId) ?? '',
          vote,
          onPaper: documentId !== null,
        })),
      for: result.for,
      against: result.against,
      abstain: result.abstain,
      missing: result.missing,
      comparison: result.comparison,
      tie: result.tie,
      tieBrokenBy: nameOf(result.tieBrokenBy?.memberId ?? null),
      dissents: dissents
        .filter(({ motionId }) => motionId === id)
        .map((dissent) => ({ name: nameOf(dissent.memberId) ?? '', text: dissent.text })),
    },
  ];
}
