import { type CouncilSeat } from '#contracts';
import { Refusal } from '#kernel';
import { type CouncilAdvice, type CouncilRules } from '#law';
import { countingMembers, type SeatedMember } from './council-members.js';

/** A seat that somebody is proposed for. */
export interface SeatDraft {
  userId: string;
  seat: CouncilSeat;
}

/** Whether a seat votes by the rules. */
export const seatVotes = (seat: CouncilSeat, rules: CouncilRules): boolean =>
  seat !== 'secretary' || rules.secretaryVotes.value;

const ONCE = ['chair', 'vice_chair', 'secretary'] as const satisfies readonly CouncilSeat[];
const NEEDED = ['chair', 'secretary'] as const satisfies readonly CouncilSeat[];

/** What is wrong with the seats of a new council: `no_chair`, `two_chair`, `person_twice`, … */
function seatFaults(seats: readonly SeatDraft[]): string[] {
  const countOf = (seat: CouncilSeat) => seats.filter((one) => one.seat === seat).length;
  const people = new Set(seats.map(({ userId }) => userId));
  return [
    ...NEEDED.filter((seat) => countOf(seat) === 0).map((seat) => `no_${seat}`),
    ...ONCE.filter((seat) => countOf(seat) > 1).map((seat) => `two_${seat}`),
    ...(people.size < seats.length ? ['person_twice'] : []),
  ];
}

/**
 * A new council has one chair, one secretary, at most one vice chair, nobody twice, and the least number of voting
 * members. @throws Refusal `council_seats_wrong` with the faults, `council_too_small` with the numbers and the basis.
 */
export function requireComposition(seats: readonly SeatDraft[], rules: CouncilRules): void {
  const faults = seatFaults(seats);
  if (faults.length > 0) throw new Refusal('council_seats_wrong', { faults });
  requireSize(seats.filter(({ seat }) => seatVotes(seat, rules)).length, rules);
}

/** @throws Refusal `council_too_small` with the number of members who count, the least number and its basis. */
export function requireSize(members: number, { minimumMembers }: CouncilRules): void {
  const { value: minimum, basis, verification, analogy } = minimumMembers;
  if (members < minimum)
    throw new Refusal('council_too_small', { members, minimum, basis, verification, analogy });
}

/** Whether enough members are left who are not recused. */
export const isLargeEnough = (members: readonly SeatedMember[], rules: CouncilRules): boolean =>
  countingMembers(members).length >= rules.minimumMembers.value;

/** A remark by what is usual; it refuses nothing. */
export interface CompositionRemark {
  code: 'unusual_size' | 'even_number' | 'few_reviewers' | 'no_secretary';
  found: number;
  usual: number;
}

/** In what a council differs from what is usual, so that whoever establishes it knows. */
export function compositionRemarks(
  seats: readonly Pick<SeatedMember, 'seat' | 'votes'>[],
  { members, reviewers, secretary }: CouncilAdvice,
): CompositionRemark[] {
  const size = seats.filter(({ votes }) => votes).length;
  const countOf = (seat: CouncilSeat) => seats.filter((one) => one.seat === seat).length;
  const remark = (code: CompositionRemark['code'], found: number, usual: number) => ({ code, found, usual });
  return [
    ...(size < members.from ? [remark('unusual_size', size, members.from)] : []),
    ...(size > members.to ? [remark('unusual_size', size, members.to)] : []),
    ...(members.odd && size % 2 === 0 ? [remark('even_number', size, size + 1)] : []),
    ...(countOf('reviewer') < reviewers ? [remark('few_reviewers', countOf('reviewer'), reviewers)] : []),
    ...(secretary && countOf('secretary') === 0 ? [remark('no_secretary', 0, 1)] : []),
  ];
}
