import { type Share } from '#contracts';
import { type Council, type Member, type Motion, type Session } from './council.types.js';

/** How many of a whole a share asks for: `at_least` reaches it, `more_than` goes beyond it. */
export const neededOf = (
  { numerator, denominator }: Share,
  whole: number,
  comparison: 'at_least' | 'more_than' = 'at_least',
): number =>
  comparison === 'at_least'
    ? Math.ceil((whole * numerator) / denominator)
    : Math.floor((whole * numerator) / denominator) + 1;

export const shareWords = ({ numerator, denominator }: Share): string => `${numerator}/${denominator}`;

/** The seat that a person has accepted, or null. */
export const ownSeatOf = ({ members }: Pick<Council, 'members'>, userId: string): Member | null =>
  members.find((member) => member.userId === userId && member.state === 'accepted') ?? null;

/** Chair, vice chair and secretary run a session. */
export const isConducting = (seat: Member | null): boolean =>
  seat !== null && ['chair', 'vice_chair', 'secretary'].includes(seat.seat);

export const isOpenCouncil = ({ status }: Pick<Council, 'status'>): boolean =>
  status === 'established' || status === 'in_session';

/** Members who still have a seat and are not recused. */
export const seatedMembers = ({ members }: Pick<Council, 'members'>): Member[] =>
  members.filter(({ state }) => state === 'invited' || state === 'accepted');

/** Whether a member votes in person on a motion now; `absent`: not before they are recorded as present. */
export function votingState(
  { mode, closedAt, attendance }: Pick<Session, 'mode' | 'closedAt' | 'attendance'>,
  motion: Pick<Motion, 'closedAt' | 'ownVote'>,
  own: Member | null,
): 'may' | 'absent' | 'cast' | 'not' {
  if (motion.ownVote !== null) return 'cast';
  if (own === null || !own.votes || motion.closedAt !== null || closedAt !== null) return 'not';
  const presence = attendance.find(({ memberId }) => memberId === own.memberId)?.presence;
  return mode === 'written' || presence === 'present' ? 'may' : 'absent';
}

/** Members whose signed ballot can be entered now: they vote, are there or represented, and no ballot of theirs is in. */
export function paperVoters(
  { members }: Pick<Council, 'members'>,
  { mode, attendance }: Pick<Session, 'mode' | 'attendance'>,
  { voted }: Pick<Motion, 'voted'>,
): Member[] {
  const isThere = (id: string) =>
    mode === 'written' ||
    attendance.some(({ memberId, presence }) => memberId === id && presence !== 'absent');
  return members.filter(
    ({ memberId, votes, state }) =>
      votes && state === 'accepted' && isThere(memberId) && !voted?.includes(memberId),
  );
}

/** Whether somebody who voted so may have a dissent from the result in the minutes. */
export function mayDissent(motion: Motion, own: Member | null): boolean {
  if (motion.result === null || motion.ownVote === null || own === null) return false;
  const differs = motion.result.carried ? motion.ownVote !== 'for' : motion.ownVote === 'for';
  return differs && !motion.dissents.some(({ memberId }) => memberId === own.memberId);
}
