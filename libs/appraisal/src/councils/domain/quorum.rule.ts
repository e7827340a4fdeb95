import { type CouncilPresence, type Share, type Verification } from '#contracts';
import { type CouncilRules } from '#law';
import { countingMembers, type SeatedMember } from './council-members.js';
import { isAtLeast } from './share.js';

/** A count with the rule by which it was judged, so that everybody can count again. */
export interface Quorum {
  /** Members who are there, in person or by proxy, or whose ballot came back. */
  numerator: number;
  /** Members who are not recused. */
  denominator: number;
  needed: Share;
  reached: boolean;
  basis: string;
  verification: Verification;
  analogy: boolean;
}

/** The quorum of a number of members who are there. */
function quorumOf(there: number, members: readonly SeatedMember[], { presence }: CouncilRules): Quorum {
  const denominator = countingMembers(members).length;
  const { value, basis, verification, analogy } = presence;
  const reached = isAtLeast(there, denominator, value);
  return { numerator: there, denominator, needed: value, reached, basis, verification, analogy };
}

/** The quorum of a meeting: a member who is not written down is absent; a proxy counts where the rules say so. */
export function meetingQuorum(
  members: readonly SeatedMember[],
  presence: ReadonlyMap<string, CouncilPresence>,
  rules: CouncilRules,
): Quorum {
  const counts = (word: CouncilPresence | undefined) =>
    word === 'present' || (word === 'proxy' && rules.proxiesCount.value);
  const there = countingMembers(members).filter(({ memberId }) => counts(presence.get(memberId)));
  return quorumOf(there.length, members, rules);
}

/** The quorum of a written ballot: those are there whose ballot came back by the closing day. */
export function ballotQuorum(
  members: readonly SeatedMember[],
  returned: ReadonlySet<string>,
  rules: CouncilRules,
): Quorum {
  const there = countingMembers(members).filter(({ memberId }) => returned.has(memberId));
  return quorumOf(there.length, members, rules);
}
