import { Inject, Injectable } from '@nestjs/common';
import {
  type ActCall,
  actRequest,
  type Attendance,
  attendanceOf,
  type Council,
  type CouncilMember,
  type CouncilSession,
  countingMembers,
  insertSession,
  motionsOf,
  requireCouncilPaper,
  requireDocuments,
  requireMember,
  requireOpenSession,
  requireSize,
  setSitting,
  votesOf,
  writeAttendance,
} from '#appraisal';
import { type CouncilMode, type CouncilPresence } from '#contracts';
import { type Tx } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor, type CivilDate, civilDate, civilDateOf, Refusal } from '#kernel';
import { letterById } from '#letters';
import { logCouncil, tellMembers } from './council-log.js';
import { endSession } from './session-end.js';
import { conductedCouncil } from './sitting-council.js';

export interface SessionOrder {
  mode: CouncilMode;
  /** Today when not given. */
  heldOn?: string | undefined;
  place?: string | undefined;
  /** The last day of a written ballot. */
  closesOn?: string | undefined;
}
export interface PresenceOrder {
  memberId: string;
  presence: CouncilPresence;
  proxyName?: string | undefined;
  documentId?: string | undefined;
}

/** Chair or secretary open a session, record who attends, and close it. */
@Injectable()
export class HoldSession {
  constructor(@Inject(DossierActs) private readonly acts: DossierActs) {}

  /**
   * Opens a meeting or a written ballot.
   * @throws Refusal `command_not_for_you`, `council_missing`, `council_over`, `council_decision_not_issued`,
   * `council_too_small`, `session_already_open`, `session_mode_not_allowed`, `impossible_value`.
   */
  open(actor: Actor, call: ActCall, order: SessionOrder): Promise<{ sessionId: string; number: number }> {
    return this.acts.run(actor, actRequest(call, 'open_council_session', order), async (tx, opened) => {
      const { council, members } = await conductedCouncil(tx, opened);
      if (council.status === 'in_session')
        throw new Refusal('session_already_open', { councilId: council.id });
      await requireDecision(tx, council);
      requireSize(countingMembers(members).length, council.rules);
      const draft = sessionDraft(order, council, civilDateOf(tx.at));
      const session = await insertSession(tx, council.id, draft);
      await setSitting(tx, council.id, true);
      const { mode, heldOn, closesOn } = draft;
      await logCouncil(
        tx,
        opened.row,
        'session_opened',
        { kind: 'council_session', id: session.id },
        { councilId: council.id, number: session.number, mode, heldOn, closesOn },
      );
      await tellMembers(tx, opened.row, 'council.session_opened', members);
      return { sessionId: session.id, number: session.number };
    });
  }

  /**
   * Records or corrects who attends a meeting, each with the paper of a proxy where there is one.
   * @throws Refusal `not_found`, `session_over`, `session_mode_not_allowed`, `council_member_unknown`,
   * `council_member_not_ready`, `proxy_paper_missing`, `evidence_document_unknown`,
   * `attendance_contradicts_vote`.
   */
  recordPresence(
    actor: Actor,
    call: ActCall,
    body: { sessionId: string; presence: PresenceOrder[] },
  ): Promise<{ sessionId: string; recorded: number }> {
    return this.acts.run(actor, actRequest(call, 'record_council_presence', body), async (tx, opened) => {
      const { council, members } = await conductedCouncil(tx, opened);
      const session = await requireOpenSession(tx, council.id, body.sessionId);
      if (session.mode !== 'meeting') throw new Refusal('session_mode_not_allowed', { mode: session.mode });
      const voted = await votersOf(tx, council.id, session.id);
      const rows = body.presence.map((order) => attendance(members, order, voted));
      await requireProxyPapers(tx, opened.row.id, rows);
      for (const row of rows) await writeAttendance(tx, session.id, row);
      await logCouncil(
        tx,
        opened.row,
        'presence_recorded',
        { kind: 'council_session', id: session.id },
        countsOf(await attendanceOf(tx, session.id)),
        { presence: rows },
      );
      return { sessionId: session.id, recorded: rows.length };
    });
  }

  /**
   * Closes a session: valid with its quorum and the least number of members, else not valid, and another is needed.
   * @throws Refusal `not_found`, `session_over`, `motion_pending`, `vote_not_over`.
   */
  close(
    actor: Actor,
    call: ActCall,
    body: { sessionId: string },
  ): Promise<{ sessionId: string; valid: boolean; numerator: number; denominator: number }> {
    return this.acts.run(actor, actRequest(call, 'close_council_session', body), async (tx, opened) => {
      const sitting = await conductedCouncil(tx, opened);
      const session = await requireOpenSession(tx, sitting.council.id, body.sessionId);
      const pending = await pendingMotions(tx, sitting.council.id, session);
      if (pending.length > 0) throw new Refusal('motion_pending', { motionIds: pending });
      const { valid, outcome } = await endSession(tx, sitting, session);
      const { numerator, denominator } = outcome.quorum;
      await logCouncil(
        tx,
        opened.row,
        'session_closed',
        { kind: 'council_session', id: session.id },
        { valid, numerator, denominator, largeEnough: outcome.largeEnough, presidedBy: outcome.presidedBy },
      );
      return { sessionId: session.id, valid, numerator, denominator };
    });
  }
}

/** @throws Refusal `council_decision_not_issued` while the newest decision on the council is not signed and numbered. */
async function requireDecision(tx: Tx, { id, decisionLetterId }: Council): Promise<void> {
  const letter = decisionLetterId === null ? null : await letterById(tx, decisionLetterId);
  if (letter?.status !== 'issued')
    throw new Refusal('council_decision_not_issued', { councilId: id, letterId: decisionLetterId });
}

const impossible = (pointer: string, code: string, message: string) =>
  new Refusal('impossible_value', { errors: [{ pointer, code, message }] });

/** @throws Refusal `session_mode_not_allowed`, `impossible_value` for days that cannot be. */
function sessionDraft(order: SessionOrder, { rules, establishedOn }: Council, today: CivilDate) {
  const { mode } = order;
  const isWritten = mode === 'written';
  if (!rules.modes.value.includes(mode) || isWritten !== (order.closesOn !== undefined))
    throw new Refusal('session_mode_not_allowed', { mode, allowed: [...rules.modes.value] });
  const heldOn = civilDate(order.heldOn ?? today);
  if (heldOn > today || heldOn < establishedOn)
    throw impossible('/heldOn', 'between_establishment_and_today', heldOn);
  const closesOn = order.closesOn === undefined ? null : civilDate(order.closesOn);
  if (closesOn !== null && closesOn < today) throw impossible('/closesOn', 'not_before_today', closesOn);
  return { mode, heldOn, place: order.place?.trim() || null, closesOn };
}

/** @throws Refusal `council_member_unknown`, `council_member_not_ready`, `proxy_paper_missing`, `attendance_contradicts_vote` */
function attendance(
  members: readonly CouncilMember[],
  { memberId, presence, proxyName, documentId }: PresenceOrder,
  voted: ReadonlyMap<string, 'in_person' | 'on_paper'>,
): Attendance {
  const member = requireMember(members, memberId);
  if (!fitsVotes(presence, voted.get(memberId)))
    throw new Refusal('attendance_contradicts_vote', { memberId });
  if (presence !== 'absent' && member.state !== 'accepted')
    throw new Refusal('council_member_not_ready', { memberId, state: member.state });
  const name = proxyName?.trim() ?? '';
  if (presence !== 'proxy') return { memberId, presence, proxyName: null, documentId: null };
  if (name === '' || documentId === undefined) throw new Refusal('proxy_paper_missing', { memberId });
  return { memberId, presence, proxyName: name, documentId };
}

/** @throws Refusal `evidence_document_unknown`, `proxy_paper_missing` with the `reason` */
async function requireProxyPapers(tx: Tx, dossierId: string, rows: readonly Attendance[]): Promise<void> {
  for (const { memberId, documentId } of rows) {
    if (documentId === null) continue;
    await requireDocuments(tx, dossierId, [documentId]);
    const refused = (reason: string) => new Refusal('proxy_paper_missing', { memberId, documentId, reason });
    await requireCouncilPaper(tx, { documentId, memberId }, refused);
  }
}
const countsOf = (rows: readonly Attendance[]) => {
  const count = (word: CouncilPresence) => rows.filter(({ presence }) => presence === word).length;
  return { present: count('present'), proxy: count('proxy'), absent: count('absent') };
};

/** Who voted stays there; who voted in person was there in person. */
const fitsVotes = (presence: CouncilPresence, voted: 'in_person' | 'on_paper' | undefined): boolean =>
  voted === undefined || presence === 'present' || (presence === 'proxy' && voted === 'on_paper');

async function votersOf(
  tx: Tx,
  councilId: string,
  sessionId: string,
): Promise<Map<string, 'in_person' | 'on_paper'>> {
  const motions = (await motionsOf(tx, councilId)).filter((motion) => motion.sessionId === sessionId);
  const ids = new Set(motions.map(({ id }) => id));
  const votes = (await votesOf(tx, councilId)).filter(({ motionId }) => ids.has(motionId));
  const onPaper = votes.filter(({ documentId }) => documentId !== null);
  const inPerson = votes.filter(({ documentId }) => documentId === null);
  return new Map([
    ...onPaper.map(({ memberId }) => [memberId, 'on_paper'] as const),
    ...inPerson.map(({ memberId }) => [memberId, 'in_person'] as const),
  ]);
}

async function pendingMotions(tx: Tx, councilId: string, { id }: CouncilSession): Promise<string[]> {
  const motions = await motionsOf(tx, councilId);
  return motions
    .filter(({ sessionId, closedAt }) => sessionId === id && closedAt === null)
    .map((one) => one.id);
}
