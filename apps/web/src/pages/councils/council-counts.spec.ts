import { describe, expect, test } from '@jest/globals';
import { mayDissent, neededOf, ownSeatOf, paperVoters, votingState } from './council-counts.js';
import { type Member, type Motion, type Session } from './council.types.js';

const member = (given: Partial<Member> = {}): Member =>
  ({ memberId: 'm1', userId: 'u1', seat: 'member', votes: true, state: 'accepted', ...given }) as Member;
const session = (given: Partial<Session> = {}): Session =>
  ({ mode: 'meeting', closedAt: null, attendance: [], ...given }) as unknown as Session;
const motion = (given: Partial<Motion> = {}): Motion =>
  ({ closedAt: null, ownVote: null, result: null, dissents: [], ...given }) as unknown as Motion;
const there = session({
  attendance: [{ memberId: 'm1', presence: 'present', proxyName: null, documentId: null }],
});

describe('how many a share asks for', () => {
  test.each([
    [1, 2, 6, 3, 4],
    [1, 2, 7, 4, 4],
    [2, 3, 6, 4, 5],
    [2, 3, 7, 5, 5],
  ])('%d/%d of %d', (numerator, denominator, whole, atLeast, moreThan) => {
    expect(neededOf({ numerator, denominator }, whole)).toBe(atLeast);
    expect(neededOf({ numerator, denominator }, whole, 'more_than')).toBe(moreThan);
  });
});

describe('who votes now', () => {
  test('who was recorded as present, once, while the vote is open', () => {
    expect(votingState(there, motion(), member())).toBe('may');
    expect(votingState(session(), motion(), member())).toBe('absent');
    expect(votingState(session({ mode: 'written' }), motion(), member())).toBe('may');
    expect(votingState(there, motion({ ownVote: 'for' }), member())).toBe('cast');
    expect(votingState(there, motion({ closedAt: '2026-07-15T03:00:00Z' }), member())).toBe('not');
    expect(votingState(there, motion(), member({ votes: false }))).toBe('not');
    expect(votingState(there, motion(), null)).toBe('not');
  });
  test('a seat is an own one only after the declaration', () => {
    expect(ownSeatOf({ members: [member({ state: 'invited' })] }, 'u1')).toBeNull();
    expect(ownSeatOf({ members: [member()] }, 'u1')?.memberId).toBe('m1');
  });
});

test('the ballot on paper is that of a member who is there and has not voted', () => {
  const members = [
    member(),
    member({ memberId: 'm2' }),
    member({ memberId: 'm3', votes: false }),
    member({ memberId: 'm4', state: 'recused' }),
    member({ memberId: 'm5' }),
  ];
  const came = (memberId: string, presence: 'present' | 'proxy' | 'absent') => ({
    ...{ memberId, presence, proxyName: null, documentId: null },
  });
  const meeting = session({
    attendance: [came('m1', 'present'), came('m2', 'proxy'), came('m5', 'absent')],
  });
  const idsOf = (of: Session, voted: string[] | null) =>
    paperVoters({ members }, of, motion({ voted })).map(({ memberId }) => memberId);
  expect(idsOf(meeting, ['m1'])).toEqual(['m2']);
  expect(idsOf(meeting, null)).toEqual(['m1', 'm2']);
  expect(idsOf(session({ mode: 'written' }), ['m1'])).toEqual(['m2', 'm5']);
});

test('who voted otherwise than the result dissents, once', () => {
  const carried = { carried: true } as Motion['result'];
  expect(mayDissent(motion({ result: carried, ownVote: 'against' }), member())).toBe(true);
  expect(mayDissent(motion({ result: carried, ownVote: 'for' }), member())).toBe(false);
  expect(mayDissent(motion({ result: null, ownVote: 'against' }), member())).toBe(false);
  const dissents = [{ memberId: 'm1', text: 'Không.', at: '2026-07-15T03:00:00Z' }];
  expect(mayDissent(motion({ result: carried, ownVote: 'against', dissents }), member())).toBe(false);
});
