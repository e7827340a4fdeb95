import { type CouncilMotionKind, type CouncilVote, type Share, type Verification } from '#contracts';
import { type CouncilRules } from '#law';
import { countingMembers, type SeatedMember } from './council-members.js';
import { isAtLeast, isMoreThan } from './share.js';

export interface Ballot {
  memberId: string;
  vote: CouncilVote;
}
/** Whose vote decided when the votes were equal. */
export interface TieBreak {
  by: 'chair' | 'vice_chair';
  memberId: string;
  vote: CouncilVote;
}
/** What came of a vote, with everything that is needed to count it again. */
export interface MotionResult {
  for: number;
  against: number;
  abstain: number;
  /** Members who did not vote. */
  missing: number;
  /** Members who are not recused: the whole of which the share is taken. */
  denominator: number;
  needed: Share;
  /** `more_than` the share, or `at_least` the share. */
  comparison: 'more_than' | 'at_least';
  carried: boolean;
  /** The votes were equal and everybody had voted. */
  tie: boolean;
  tieBrokenBy: TieBreak | null;
  basis: string;
  verification: Verification;
  analogy: boolean;
}

/** The votes that count: of members who are not recused. */
const valid = (members: readonly SeatedMember[], ballots: readonly Ballot[]): Ballot[] => {
  const ids = new Set(countingMembers(members).map(({ memberId }) => memberId));
  return ballots.filter(({ memberId }) => ids.has(memberId));
};

/** The casting vote: the chair's own; where the chair does not count, the vice chair's if the rules pass it on. */
function castingVote(
  members: readonly SeatedMember[],
  ballots: readonly Ballot[],
  rules: CouncilRules,
): TieBreak | null {
  if (!rules.chairBreaksTie.value) return null;
  const counting = countingMembers(members);
  const chair = counting.find(({ seat }) => seat === 'chair');
  const vice = rules.viceChairBreaksTie.value
    ? counting.find(({ seat }) => seat === 'vice_chair')
    : undefined;
  const holder = chair ?? vice;
  const ballot = ballots.find(({ memberId }) => memberId === holder?.memberId);
  if (holder === undefined || ballot === undefined) return null;
  return { by: chair ? 'chair' : 'vice_chair', memberId: holder.memberId, vote: ballot.vote };
}

/**
 * Counts a vote. A procedural motion needs the majority of the members who are not recused; when exactly half are for
 * and half against, the casting vote decides. The conclusion needs its own share of the same members, which no casting
 * vote can make up for. Who abstains or does not vote is not for the motion.
 */
export function motionResult(
  kind: CouncilMotionKind,
  members: readonly SeatedMember[],
  cast: readonly Ballot[],
  rules: CouncilRules,
): MotionResult {
  const ballots = valid(members, cast);
  const count = (word: CouncilVote) => ballots.filter(({ vote }) => vote === word).length;
  const [forIt, against, abstain] = [count('for'), count('against'), count('abstain')];
  const denominator = countingMembers(members).length;
  const rule = kind === 'conclusion' ? rules.conclusion : rules.majority;
  const tie =
    kind === 'procedural' && forIt === against && forIt + against === denominator && denominator > 0;
  const tieBrokenBy = tie ? castingVote(members, ballots, rules) : null;
  const reached =
    kind === 'conclusion'
      ? isAtLeast(forIt, denominator, rule.value)
      : isMoreThan(forIt, denominator, rule.value);
  return {
    for: forIt,
    against,
    abstain,
    missing: denominator - ballots.length,
    denominator,
    needed: rule.value,
    comparison: kind === 'conclusion' ? 'at_least' : 'more_than',
    carried: reached || tieBrokenBy?.vote === 'for',
    tie,
    tieBrokenBy,
    basis: rule.basis,
    verification: rule.verification,
    analogy: rule.analogy,
  };
}

/** Whether a vote was otherwise than the result, so that its member may have a dissent in the minutes. */
export const isDissenting = (vote: CouncilVote, { carried }: MotionResult): boolean =>
  carried ? vote !== 'for' : vote === 'for';

/** Whether a vote that was counted then is of somebody who is recused by now. */
export const isVotedInConflict = (
  { id, counted }: { id: string; counted: { members: readonly SeatedMember[] } | null },
  votes: readonly (Ballot & { motionId: string })[],
  now: readonly SeatedMember[],
): boolean =>
  (counted?.members ?? []).some(
    ({ memberId, state }) =>
      state === 'accepted' &&
      votes.some((vote) => vote.motionId === id && vote.memberId === memberId) &&
      now.some((member) => member.memberId === memberId && member.state === 'recused'),
  );
