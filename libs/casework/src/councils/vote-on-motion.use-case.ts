import { Inject, Injectable } from '@nestjs/common';
import {
  type ActCall,
  actRequest,
  closeMotion,
  type Council,
  isVotedInConflict,
  type CouncilMotion,
  type CouncilSession,
  dissentsOf,
  insertDissent,
  insertMotion,
  insertVote,
  isDissenting,
  type MotionDraft,
  motionResult,
  type MotionResult,
  motionsOf,
  ownSeat,
  requireMotion,
  requireOpenSession,
  requireReason,
  requireSession,
  sessionsOf,
  votesOf,
} from '#appraisal';
import { type CouncilMotionKind, type Outcome } from '#contracts';
import { type Tx } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor, civilDateOf, Refusal } from '#kernel';
import { logCouncil, tellMembers } from './council-log.js';
import { asSeated, quorumOf } from './session-end.js';
import { conductedCouncil, type SittingCouncil, sittingCouncil } from './sitting-council.js';
import { requireBallot, type VoteOrder } from './ballot.js';

export interface MotionOrder {
  sessionId: string;
  kind: CouncilMotionKind;
  text: string;
  outcome?: Outcome | undefined;
  conditions?: string | undefined;
}

/** Motions of a session: put, voted on blindly, closed with a result that everybody can count again, dissented from. */
@Injectable()
export class VoteOnMotion {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Puts a motion to the vote.
   * @throws Refusal `not_found`, `session_over`, `session_not_quorate`, `motion_incomplete`, `motion_pending`,
   * `conclusion_carried_already`, `vote_over`.
   */
  put(actor: Actor, call: ActCall, order: MotionOrder): Promise<{ motionId: string; number: number }> {
    return this.acts.run(actor, actRequest(call, 'put_council_motion', order), async (tx, opened) => {
      const sitting = await conductedCouncil(tx, opened);
      const session = await requireOpenSession(tx, sitting.council.id, order.sessionId);
      const draft = motionDraft(order);
      await requireVotable(tx, sitting, session, draft);
      const motion = await insertMotion(tx, session.id, draft);
      const { kind, outcome } = draft;
      await logCouncil(
        tx,
        opened.row,
        'motion_put',
        { kind: 'council_motion', id: motion.id },
        { sessionId: session.id, number: motion.number, kind, outcome },
        { text: draft.text, conditions: draft.conditions },
      );
      await tellMembers(tx, opened.row, 'council.motion_put', sitting.members);
      return { motionId: motion.id, number: motion.number };
    });
  }

  /**
   * Casts a vote: the own one, or as secretary one from a signed paper ballot. What was voted stays out of the log until
   * the motion is closed. @throws Refusal those of `requireBallot`, `not_found`.
   */
  vote(actor: Actor, call: ActCall, order: VoteOrder): Promise<{ motionId: string; memberId: string }> {
    return this.acts.run(actor, actRequest(call, 'cast_council_vote', order), async (tx, opened) => {
      const sitting = await sittingCouncil(tx, opened);
      const motion = await requireMotion(tx, sitting.council.id, order.motionId);
      const session = await requireSession(tx, sitting.council.id, motion.sessionId);
      const ballot = await requireBallot(tx, opened.row, sitting, { motion, session, order });
      await insertVote(tx, ballot);
      const { memberId, documentId, castOn } = ballot;
      await logCouncil(
        tx,
        opened.row,
        'vote_cast',
        { kind: 'council_motion', id: motion.id },
        { memberId, castOn, documentId },
      );
      return { motionId: motion.id, memberId };
    });
  }

  /**
   * Ends the vote on a motion; from then on the votes are shown by name and stand in the log.
   * @throws Refusal `not_found`, `vote_over`, `vote_not_over` for a written ballot that still runs.
   */
  close(
    actor: Actor,
    call: ActCall,
    body: { motionId: string },
  ): Promise<{ motionId: string; result: MotionResult }> {
    return this.acts.run(actor, actRequest(call, 'close_council_motion', body), async (tx, opened) => {
      const sitting = await conductedCouncil(tx, opened);
      const { council, members } = sitting;
      const motion = await requireMotion(tx, council.id, body.motionId);
      if (motion.closedAt !== null) throw new Refusal('vote_over', { motionId: motion.id });
      const cast = (await votesOf(tx, council.id)).filter(({ motionId }) => motionId === motion.id);
      const result = motionResult(motion.kind, members, cast, council.rules);
      await requireRunOut(tx, council, motion, result);
      await closeMotion(tx, motion.id, { result, members: asSeated(members) });
      await logCouncil(
        tx,
        opened.row,
        'motion_closed',
        { kind: 'council_motion', id: motion.id },
        resultFacts(result),
        {
          votes: cast.map(({ memberId, vote }) => ({ memberId, vote })),
        },
      );
      await tellMembers(tx, opened.row, 'council.motion_closed', members);
      return { motionId: motion.id, result };
    });
  }

  /**
   * Adds a dissent of a member who voted otherwise than the result.
   * @throws Refusal `command_not_for_you`, `not_found`, `vote_not_over`, `dissent_not_possible`,
   * `dissent_recorded_already`, `reason_missing`.
   */
  dissent(
    actor: Actor,
    call: ActCall,
    body: { motionId: string; text: string },
  ): Promise<{ motionId: string; memberId: string }> {
    return this.acts.run(actor, actRequest(call, 'dissent_in_council', body), async (tx, opened) => {
      const { council, members } = await sittingCouncil(tx, opened);
      const seat = ownSeat(tx, members);
      if (!seat) throw new Refusal('command_not_for_you', { roles: ['council_member'] });
      const motion = await requireMotion(tx, council.id, body.motionId);
      const text = requireReason(body.text);
      await requireDissent(tx, council, motion, seat.memberId);
      await insertDissent(tx, { motionId: motion.id, memberId: seat.memberId, text });
      await logCouncil(
        tx,
        opened.row,
        'dissent_recorded',
        { kind: 'council_motion', id: motion.id },
        { memberId: seat.memberId },
        { text },
      );
      return { motionId: motion.id, memberId: seat.memberId };
    });
  }
}

/** @throws Refusal `reason_missing` for a blank text, `motion_incomplete` where outcome or conditions do not fit. */
function motionDraft({ kind, text, outcome, conditions }: MotionOrder): MotionDraft {
  const said = requireReason(text);
  const onCondition = outcome === 'agree_with_conditions';
  const terms = conditions?.trim() || null;
  if ((kind === 'conclusion') !== (outcome !== undefined) || onCondition !== (terms !== null))
    throw new Refusal('motion_incomplete', { kind, outcome: outcome ?? null, conditions: terms !== null });
  return { kind, text: said, outcome: outcome ?? null, conditions: terms };
}

/** @throws Refusal `session_not_quorate`, `vote_over`, `motion_pending`, `conclusion_carried_already` */
async function requireVotable(
  tx: Tx,
  sitting: SittingCouncil,
  session: CouncilSession,
  { kind }: MotionDraft,
): Promise<void> {
  if (session.closesOn !== null && civilDateOf(tx.at) > session.closesOn)
    throw new Refusal('vote_over', { closesOn: session.closesOn });
  if (session.mode === 'meeting') {
    const quorum = await quorumOf(tx, sitting, session, sitting.members);
    if (!quorum.reached) throw new Refusal('session_not_quorate', { ...quorum });
  }
  if (kind === 'conclusion') await requireNoConclusion(tx, sitting, session);
}

/**
 * A council concludes once: nobody votes again until it fits. A conclusion of which no minutes can be issued, because
 * somebody whose vote counted is in conflict by now, stands in nobody's way.
 */
async function requireNoConclusion(
  tx: Tx,
  { council: { id }, members }: SittingCouncil,
  session: CouncilSession,
): Promise<void> {
  const valid = (await sessionsOf(tx, id)).filter((one) => one.valid).map((one) => one.id);
  const votes = await votesOf(tx, id);
  const others = (await motionsOf(tx, id)).filter(({ kind }) => kind === 'conclusion');
  const open = others.find(({ sessionId, closedAt }) => sessionId === session.id && closedAt === null);
  if (open) throw new Refusal('motion_pending', { motionIds: [open.id] });
  const carried = others.find(
    (motion) =>
      motion.counted?.result.carried &&
      (motion.sessionId === session.id || valid.includes(motion.sessionId)) &&
      !isVotedInConflict(motion, votes, members),
  );
  if (carried) throw new Refusal('conclusion_carried_already', { motionId: carried.id });
}

/** A written ballot runs through its last day, or until every member has voted. */
async function requireRunOut(
  tx: Tx,
  { id }: Council,
  { sessionId }: CouncilMotion,
  { missing }: MotionResult,
): Promise<void> {
  const { closesOn } = await requireSession(tx, id, sessionId);
  if (closesOn !== null && civilDateOf(tx.at) <= closesOn && missing > 0)
    throw new Refusal('vote_not_over', { closesOn, missing });
}

const resultFacts = (result: MotionResult) => ({
  for: result.for,
  against: result.against,
  abstain: result.abstain,
  missing: result.missing,
  denominator: result.denominator,
  carried: result.carried,
  tie: result.tie,
  tieBrokenBy: result.tieBrokenBy?.memberId ?? null,
});

/** @throws Refusal `vote_not_over`, `dissent_not_possible`, `dissent_recorded_already` */
async function requireDissent(
  tx: Tx,
  { id }: Council,
  { id: motionId, counted }: CouncilMotion,
  memberId: string,
): Promise<void> {
  if (counted === null) throw new Refusal('vote_not_over', { motionId });
  const own = (await votesOf(tx, id)).find(
    (vote) => vote.motionId === motionId && vote.memberId === memberId,
  );
  if (!own || !isDissenting(own.vote, counted.result))
    throw new Refusal('dissent_not_possible', { motionId, carried: counted.result.carried });
  const earlier = (await dissentsOf(tx, id)).some(
    (one) => one.motionId === motionId && one.memberId === memberId,
  );
  if (earlier) throw new Refusal('dissent_recorded_already', { motionId });
}
