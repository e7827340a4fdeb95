import { type CouncilPresence, type CouncilSeat } from '#contracts';

/** What a member is to the council today. `recused`: in conflict, declared, recorded or by affiliation. */
export type MemberState = 'invited' | 'accepted' | 'declined' | 'recused' | 'released';

export interface SeatedMember {
  memberId: string;
  seat: CouncilSeat;
  votes: boolean;
  state: MemberState;
}

/** The members of whom shares are taken: with a vote, and neither recused nor gone. Who has not answered yet counts. */
export const countingMembers = <Member extends SeatedMember>(members: readonly Member[]): Member[] =>
  members.filter(({ votes, state }) => votes && (state === 'invited' || state === 'accepted'));

/** The members who may act: accepted, which is declaring to be without conflict. */
export const activeMembers = <Member extends SeatedMember>(members: readonly Member[]): Member[] =>
  members.filter(({ state }) => state === 'accepted');

const heldBy = <Member extends SeatedMember>(members: readonly Member[], seat: CouncilSeat): Member | null =>
  activeMembers(members).find((member) => member.seat === seat) ?? null;

/**
 * Who presides: the chair, or the vice chair where the chair is recused or not there. `attending` are the ids of those
 * who are there; null for a written ballot, in which nobody is absent by place.
 */
export function presidingMember<Member extends SeatedMember>(
  members: readonly Member[],
  attending: ReadonlySet<string> | null,
): Member | null {
  const isThere = (member: Member | null): member is Member =>
    member !== null && (attending === null || attending.has(member.memberId));
  const [chair, vice] = [heldBy(members, 'chair'), heldBy(members, 'vice_chair')];
  if (isThere(chair)) return chair;
  return isThere(vice) ? vice : null;
}

/** Who answers for the minutes: whoever presided, else the chair, else the vice chair, else nobody in particular. */
export const minutesSigner = <Member extends SeatedMember>(
  members: readonly Member[],
  presiding: Member | null,
): Member | null => presiding ?? heldBy(members, 'chair') ?? heldBy(members, 'vice_chair');

/** The secretary of the council who has accepted, or null. */
export const secretaryOf = <Member extends SeatedMember>(members: readonly Member[]): Member | null =>
  heldBy(members, 'secretary');

/** Ids of those who attend a meeting themselves. */
export const attendingIds = (presence: ReadonlyMap<string, CouncilPresence>): Set<string> =>
  new Set([...presence].filter(([, word]) => word === 'present').map(([memberId]) => memberId));
