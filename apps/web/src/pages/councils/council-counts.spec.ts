import { describe, expect, test } from '@jest/globals';
import { mayDissent, neededOf, ownSeatOf, votingState } from './council-counts.js';
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

test('who voted otherwise than the result dissents, once', () => {
  const carried = { carried: true } as Motion['result'];
  expect(mayDissent(motion({ result: carried, ownVote: 'against' }), member())).toBe(true);
  expect(mayDissent(motion({ result: carried, ownVote: 'for' }), member())).toBe(false);
  expect(mayDissent(motion({ result: null, ownVote: 'against' }), member())).toBe(false);
  const dissents = [{ memberId: 'm1', text: 'Không.', at: '2026-07-15T03:00:00Z' }];
  expect(mayDissent(motion({ result: carried, ownVote: 'against', dissents }), member())).toBe(false);
});
