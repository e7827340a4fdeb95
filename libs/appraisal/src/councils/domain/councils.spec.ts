import { describe, expect, test } from '@jest/globals';
import type { CouncilSeat, CouncilVote } from '#contracts';
import { type Refusal } from '#kernel';
import { councilRules } from '../../../../../test/support/council-rules.js';
import { compositionRemarks, isLargeEnough, requireComposition, type SeatDraft } from './composition.rule.js';
import {
  attendingIds,
  type MemberState,
  minutesSigner,
  presidingMember,
  secretaryOf,
  type SeatedMember,
} from './council-members.js';
import { isDissenting, motionResult } from './motion-result.rule.js';

const rules = councilRules();
const FULL: CouncilSeat[] = ['chair', 'vice_chair', 'reviewer', 'reviewer', 'member', 'member', 'secretary'];
const seated = (changes: Partial<Record<number, MemberState>> = {}, seats = FULL): SeatedMember[] =>
  seats.map((seat, n) => ({
    memberId: `m${n}`,
    seat,
    votes: seat !== 'secretary',
    state: changes[n] ?? 'accepted',
  }));
const drafts = (seats: CouncilSeat[]): SeatDraft[] => seats.map((seat, n) => ({ userId: `u${n}`, seat }));
const refusalOf = (work: () => void): Refusal => {
  try {
    work();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error('nothing was refused');
};
const cast = (...votes: CouncilVote[]) => votes.map((vote, n) => ({ memberId: `m${n}`, vote }));

describe('composition', () => {
  test('one chair, one secretary, the least number of voting members', () => {
    expect(() => requireComposition(drafts(FULL), rules)).not.toThrow();
  });
  test.each<[string, SeatDraft[], string[]]>([
    ['nobody in the chair', drafts(FULL.slice(1)), ['no_chair']],
    ['two in the chair', drafts([...FULL, 'chair']), ['two_chair']],
    ['no secretary', drafts(FULL.slice(0, 6)), ['no_secretary']],
    [
      'two of what there is one',
      drafts([...FULL, 'vice_chair', 'secretary']),
      ['two_vice_chair', 'two_secretary'],
    ],
    ['one person twice', [...drafts(FULL), { userId: 'u1', seat: 'member' }], ['person_twice']],
  ])('council_seats_wrong: %s', (_what, seats, faults) => {
    expect(refusalOf(() => requireComposition(seats, rules))).toMatchObject({
      code: 'council_seats_wrong',
      details: { faults },
    });
  });
  test('council_too_small names both numbers and where the least comes from; the secretary does not count', () => {
    expect(
      refusalOf(() =>
        requireComposition(drafts(['chair', 'member', 'member', 'member', 'secretary']), rules),
      ),
    ).toMatchObject({
      code: 'council_too_small',
      details: { members: 4, minimum: 5, verification: 'inference', analogy: false },
    });
  });
  test('the least number may be lost by recusals', () => {
    expect(isLargeEnough(seated({ 4: 'recused' }), rules)).toBe(true);
    expect(isLargeEnough(seated({ 4: 'recused', 5: 'declined' }), rules)).toBe(false);
  });
  test('what is usual is told and refuses nothing', () => {
    const codes = compositionRemarks(
      seated({}, ['chair', 'member', 'member', 'member', 'reviewer', 'member']),
      rules.advice,
    );
    expect(codes.map(({ code }) => code)).toEqual([
      'unusual_size',
      'even_number',
      'few_reviewers',
      'no_secretary',
    ]);
    expect(compositionRemarks(seated({}, [...FULL, 'member']), rules.advice)).toEqual([]);
    const many = seated({}, [...FULL, ...Array<CouncilSeat>(5).fill('member')]);
    expect(compositionRemarks(many, rules.advice)).toEqual([{ code: 'unusual_size', found: 11, usual: 9 }]);
  });
});

describe('who presides', () => {
  test('the chair, else the vice chair, else nobody', () => {
    expect(presidingMember(seated(), null)?.seat).toBe('chair');
    expect(presidingMember(seated({ 0: 'recused' }), null)?.seat).toBe('vice_chair');
    expect(
      presidingMember(
        seated(),
        attendingIds(
          new Map([
            ['m1', 'present'],
            ['m0', 'proxy'],
          ]),
        ),
      )?.seat,
    ).toBe('vice_chair');
    expect(presidingMember(seated(), new Set(['m4']))).toBeNull();
  });
  test('the minutes are signed by whoever presided, else by the chair', () => {
    expect(minutesSigner(seated(), null)?.seat).toBe('chair');
    expect(minutesSigner(seated({ 0: 'recused' }), null)?.seat).toBe('vice_chair');
    expect(secretaryOf(seated({ 6: 'invited' }))).toBeNull();
  });
});

describe('a tie', () => {
  test("is decided by the chair's own vote", () => {
    const tied = motionResult(
      'procedural',
      seated(),
      cast('for', 'for', 'for', 'against', 'against', 'against'),
      rules,
    );
    expect(tied).toMatchObject({
      tie: true,
      carried: true,
      tieBrokenBy: { by: 'chair', memberId: 'm0', vote: 'for' },
    });
    const lost = motionResult(
      'procedural',
      seated(),
      cast('against', 'for', 'for', 'for', 'against', 'against'),
      rules,
    );
    expect(lost).toMatchObject({ tie: true, carried: false, tieBrokenBy: { by: 'chair', vote: 'against' } });
  });
  test('with the chair recused carries nothing, unless the rules pass the casting vote on', () => {
    const members = seated({ 0: 'recused' }, [...FULL.slice(0, 5), 'secretary']);
    const votes = cast('for', 'for', 'for', 'against', 'against');
    expect(motionResult('procedural', members, votes, rules)).toMatchObject({
      denominator: 4,
      tie: true,
      carried: false,
      tieBrokenBy: null,
    });
    const passing = councilRules({ viceChairBreaksTie: { ...rules.viceChairBreaksTie, value: true } });
    expect(motionResult('procedural', members, votes, passing)).toMatchObject({
      carried: true,
      tieBrokenBy: { by: 'vice_chair', memberId: 'm1' },
    });
    const without = councilRules({ chairBreaksTie: { ...rules.chairBreaksTie, value: false } });
    expect(
      motionResult(
        'procedural',
        seated(),
        cast('for', 'for', 'for', 'against', 'against', 'against'),
        without,
      ).carried,
    ).toBe(false);
  });
  test('does not make up two thirds for a conclusion', () => {
    const votes = cast('for', 'for', 'for', 'against', 'against', 'against');
    expect(motionResult('conclusion', seated(), votes, rules)).toMatchObject({
      tie: false,
      carried: false,
      denominator: 6,
    });
    const four = motionResult(
      'conclusion',
      seated(),
      cast('for', 'for', 'for', 'for', 'abstain', 'against'),
      rules,
    );
    expect(four).toMatchObject({
      for: 4,
      denominator: 6,
      comparison: 'at_least',
      carried: true,
      analogy: true,
    });
  });
  test('is none while somebody abstains or has not voted', () => {
    expect(
      motionResult(
        'procedural',
        seated(),
        cast('for', 'for', 'against', 'against', 'abstain', 'abstain'),
        rules,
      ),
    ).toMatchObject({
      tie: false,
      carried: false,
    });
    expect(motionResult('procedural', seated(), cast('for', 'against'), rules)).toMatchObject({
      tie: false,
      missing: 4,
    });
  });
});

test('a dissent belongs to who voted otherwise', () => {
  const carried = motionResult('procedural', seated(), cast('for', 'for', 'for', 'for', 'against'), rules);
  expect([isDissenting('for', carried), isDissenting('abstain', carried)]).toEqual([false, true]);
  const lost = motionResult('procedural', seated(), cast('for'), rules);
  expect([isDissenting('for', lost), isDissenting('against', lost)]).toEqual([true, false]);
});
