import { Inject, Injectable } from '@nestjs/common';
import {
  type ActCall,
  actRequest,
  conclusionVoters,
  type Council,
  type CouncilMember,
  councilMembers,
  councilOfRound,
  isOpenCouncil,
  markDissolved,
  requireMember,
  requireOpenCouncil,
  requirePlace,
  requireReason,
  type SeatDraft,
  sessionsOf,
} from '#appraisal';
import { conflictedUserIds, releaseAssignment } from '#assignments';
import { type Tx } from '#database';
import { DossierActs, type DossierRow, LawRegistry } from '#dossiers';
import { type Actor, Refusal } from '#kernel';
import { CASEWORK_SETTINGS, type CaseworkSettings } from '../casework-settings.js';
import { logCouncil, tellMembers } from './council-log.js';
import { type CouncilOffice, discardCouncilDrafts, draftDecision } from './council-papers.js';
import { COUNCIL_WORK } from './establish-council.use-case.js';
import { releaseSeats, seatMember } from './seat-member.js';
import { endSession } from './session-end.js';

export interface MemberDraft extends SeatDraft {
  reason: string;
  /** The member whose place is taken. */
  replacesMemberId?: string | undefined;
  dueOn?: string | undefined;
}

/** A head or a leader adds or replaces a member, or dissolves the council. */
@Injectable()
export class ChangeCouncil {
  private readonly office: CouncilOffice;

  constructor(
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) law: LawRegistry,
    @Inject(CASEWORK_SETTINGS) settings: CaseworkSettings,
  ) {
    this.office = { law, settings };
  }

  /**
   * Adds a member, or gives a member's place to another; never while a session is open. A new decision is drafted.
   * @throws Refusal `command_not_for_you`, `command_not_permitted_now`, `council_missing`, `council_over`, `reason_missing`,
   * `session_already_open`, `council_member_unknown`, `council_seats_wrong`, and those of `seatMember`.
   */
  addMember(
    actor: Actor,
    call: ActCall,
    draft: MemberDraft,
  ): Promise<{ memberId: string; decisionLetterId: string }> {
    return this.acts.run(actor, actRequest(call, 'add_council_member', draft), async (tx, opened) => {
      requirePlace(tx, opened, ['head', 'leader'], COUNCIL_WORK);
      const { row } = opened;
      const reason = requireReason(draft.reason);
      const council = await requireOpenCouncil(tx, row);
      if (council.status === 'in_session')
        throw new Refusal('session_already_open', { councilId: council.id });
      await makeRoom(tx, row, await councilMembers(tx, council), draft);
      const replaces = draft.replacesMemberId ?? null;
      const { userId, seat, dueOn } = draft;
      const memberId = await seatMember(tx, row, council, { userId, seat, dueOn, reason, replaces });
      return this.changed(tx, row, council, memberId, reason);
    });
  }

  private async changed(tx: Tx, row: DossierRow, council: Council, memberId: string, reason: string) {
    const members = await councilMembers(tx, council);
    const decisionLetterId = await draftDecision(tx, row, council, members, this.office);
    const added = requireMember(members, memberId);
    const { userId, seat, replaces } = added;
    await logCouncil(
      tx,
      row,
      'member_added',
      { kind: 'council_member', id: memberId },
      { councilId: council.id, userId, seat, replaces },
      { reason },
    );
    await tellMembers(tx, row, 'council.invited', [added]);
    return { memberId, decisionLetterId };
  }

  /**
   * Dissolves the open council, or one whose conclusion rests on the vote of somebody who is in conflict by now; its
   * members are released and its drafts void.
   * @throws Refusal `command_not_for_you`, `command_not_permitted_now`, `council_missing`, `council_over`, `reason_missing`.
   */
  dissolve(actor: Actor, call: ActCall, body: { reason: string }): Promise<{ councilId: string }> {
    return this.acts.run(actor, actRequest(call, 'dissolve_council', body), async (tx, opened) => {
      requirePlace(tx, opened, ['head', 'leader'], COUNCIL_WORK);
      const reason = requireReason(body.reason);
      const council = await requireDissolvable(tx, opened.row);
      await endCouncil(tx, opened.row, council, reason);
      return { councilId: council.id };
    });
  }
}

const ONCE: readonly string[] = ['chair', 'vice_chair', 'secretary'];
const isSeated = ({ state }: CouncilMember) => state === 'invited' || state === 'accepted';

/** Takes the replaced member off. @throws Refusal `council_member_unknown`, `council_seats_wrong` when the seat is taken. */
async function makeRoom(
  tx: Tx,
  row: DossierRow,
  members: readonly CouncilMember[],
  { seat, replacesMemberId }: MemberDraft,
): Promise<void> {
  const left = replacesMemberId === undefined ? null : requireMember(members, replacesMemberId);
  const taken = members.some((one) => one.seat === seat && isSeated(one) && one !== left);
  if (ONCE.includes(seat) && taken) throw new Refusal('council_seats_wrong', { faults: [`two_${seat}`] });
  if (left && isSeated(left))
    await releaseAssignment(tx, { id: left.assignmentId, dossierId: row.id, assigneeId: left.userId });
}

/** @throws Refusal `council_missing`, `council_over` where an impartial council has concluded */
async function requireDissolvable(tx: Tx, row: DossierRow): Promise<Council> {
  const council = await councilOfRound(tx, row);
  if (council?.status !== 'concluded') return requireOpenCouncil(tx, row);
  const [voters, conflicted] = [await conclusionVoters(tx, council.id), await conflictedUserIds(tx, row.id)];
  return voters.some((id) => conflicted.includes(id)) ? council : requireOpenCouncil(tx, row);
}

/** Ends a council without a conclusion: dissolved with the reason, everybody released, drafts thrown away. */
async function endCouncil(tx: Tx, row: DossierRow, council: Council, reason: string): Promise<void> {
  const members = await councilMembers(tx, council);
  const open = (await sessionsOf(tx, council.id)).find(({ closedAt }) => closedAt === null);
  if (open) await endSession(tx, { council, members }, open, true);
  await markDissolved(tx, council.id, reason);
  await releaseSeats(tx, row);
  await discardCouncilDrafts(tx, row.id);
  await logCouncil(
    tx,
    row,
    'dissolved',
    { kind: 'council', id: council.id },
    { round: council.round, brokenOff: open?.id ?? null },
    { reason },
  );
  await tellMembers(tx, row, 'council.dissolved', members);
}

/** A dossier that ends without a decision takes its open council with it. */
export async function endCouncilWithDossier(tx: Tx, row: DossierRow): Promise<void> {
  const council = await councilOfRound(tx, row);
  if (council && isOpenCouncil(council)) await endCouncil(tx, row, council, `Hồ sơ kết thúc: ${row.status}.`);
}
