import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  COUNCIL_PRESENCES,
  COUNCIL_SEATS,
  COUNCIL_VOTES,
  type CouncilPresence,
  type CouncilVote,
} from '#contracts';
import { drawn } from '../../../../../test/support/seed.js';
import { councilRules } from '../../../../../test/support/council-rules.js';
import { type MemberState, type SeatedMember } from './council-members.js';
import { motionResult } from './motion-result.rule.js';
import { ballotQuorum, meetingQuorum } from './quorum.rule.js';
import { isAtLeast, isMoreThan } from './share.js';

const STATES: MemberState[] = [
  'invited',
  'accepted',
  'accepted',
  'accepted',
  'declined',
  'recused',
  'released',
];
/** A council in which at most one sits in the chair, with what each member does. */
interface Scene {
  members: SeatedMember[];
  presence: Map<string, CouncilPresence>;
  votes: Map<string, CouncilVote>;
}
const scene: fc.Arbitrary<Scene> = fc
  .array(
    fc.record({
      seat: fc.constantFrom(...COUNCIL_SEATS.filter((seat) => seat !== 'chair')),
      state: fc.constantFrom(...STATES),
      presence: fc.option(fc.constantFrom(...COUNCIL_PRESENCES)),
      vote: fc.option(fc.constantFrom(...COUNCIL_VOTES)),
    }),
    { maxLength: 14 },
  )
  .map((people) => {
    const named = people.map((one, n) => ({
      ...one,
      id: `m${n}`,
      seat: n === 0 ? ('chair' as const) : one.seat,
    }));
    return {
      members: named.map(({ id, seat, state }) => ({
        memberId: id,
        seat,
        state,
        votes: seat !== 'secretary',
      })),
      presence: new Map(named.flatMap(({ id, presence }) => (presence ? [[id, presence] as const] : []))),
      votes: new Map(named.flatMap(({ id, vote }) => (vote ? [[id, vote] as const] : []))),
    };
  });
const rules = councilRules();
/** Counts one by one, as somebody with a list and a pencil would. */
function naive({ members, presence, votes }: Scene) {
  const tally = {
    whole: 0,
    there: 0,
    for: 0,
    against: 0,
    abstain: 0,
    chair: undefined as CouncilVote | undefined,
  };
  for (const { memberId, votes: mayVote, state, seat } of members) {
    if (!mayVote) continue;
    if (state === 'recused' || state === 'declined' || state === 'released') continue;
    tally.whole += 1;
    const word = presence.get(memberId);
    if (word === 'present' || word === 'proxy') tally.there += 1;
    const vote = votes.get(memberId);
    if (vote) tally[vote] += 1;
    if (seat === 'chair') tally.chair = vote;
  }
  return tally;
}
const ballotsOf = ({ votes }: Scene) => [...votes].map(([memberId, vote]) => ({ memberId, vote }));

describe('shares', () => {
  test('agree with fractions that are exact for these numbers', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(2, 4, 5, 10),
        (n, whole, d) => {
          fc.pre(n <= whole);
          const share = { numerator: 1, denominator: d };
          expect(isAtLeast(n * d, whole * d, share)).toBe(n * d >= whole);
          expect(isMoreThan(n * d, whole * d, share)).toBe(n * d > whole);
        },
      ),
      drawn(),
    );
  });
  test('nothing is a share of nobody', () => {
    expect(isAtLeast(0, 0, { numerator: 1, denominator: 2 })).toBe(false);
    expect(isMoreThan(0, 0, { numerator: 1, denominator: 2 })).toBe(false);
  });
});

describe('quorum against a naive count', () => {
  test('of a meeting, proxies included', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { whole, there } = naive(given);
        const quorum = meetingQuorum(given.members, given.presence, rules);
        expect(quorum).toMatchObject({ numerator: there, denominator: whole });
        expect(quorum.reached).toBe(whole > 0 && there + there >= whole);
      }),
      drawn(),
    );
  });
  test('of a written ballot', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const tally = naive(given);
        const returned = tally.for + tally.against + tally.abstain;
        const quorum = ballotQuorum(given.members, new Set(given.votes.keys()), rules);
        expect(quorum).toMatchObject({ numerator: returned, denominator: tally.whole });
        expect(quorum.reached).toBe(tally.whole > 0 && returned * 2 >= tally.whole);
      }),
      drawn(),
    );
  });
});

describe('results against a naive count', () => {
  test('of a procedural motion, with the casting vote', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { whole, chair, ...tally } = naive(given);
        const result = motionResult('procedural', given.members, ballotsOf(given), rules);
        expect(result).toMatchObject({
          for: tally.for,
          against: tally.against,
          abstain: tally.abstain,
          denominator: whole,
        });
        const more = whole > 0 && tally.for > whole - tally.for;
        const even = whole > 0 && tally.for === tally.against && tally.for + tally.against === whole;
        expect(result.tie).toBe(even);
        expect(result.carried).toBe(more || (even && chair === 'for'));
      }),
      drawn(),
    );
  });
  test('of a conclusion: two thirds of all who are not recused, and no casting vote', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { whole, for: forIt } = naive(given);
        const result = motionResult('conclusion', given.members, ballotsOf(given), rules);
        expect(result.carried).toBe(whole > 0 && 3 * forIt >= 2 * whole);
        expect(result.tieBrokenBy).toBeNull();
      }),
      drawn(),
    );
  });
  test('a recusal takes the vote out of both sides of the fraction', () => {
    fc.assert(
      fc.property(scene, fc.nat(13), (given, index) => {
        const left = given.members[index];
        fc.pre(left !== undefined && left.votes && left.state === 'accepted');
        const members = given.members.map((one) =>
          one === left ? { ...one, state: 'recused' as const } : one,
        );
        const before = motionResult('conclusion', given.members, ballotsOf(given), rules);
        const after = motionResult('conclusion', members, ballotsOf(given), rules);
        expect(after.denominator).toBe(before.denominator - 1);
        expect(after.for).toBe(before.for - (given.votes.get(left?.memberId ?? '') === 'for' ? 1 : 0));
      }),
      drawn(),
    );
  });
});
