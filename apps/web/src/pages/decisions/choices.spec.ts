import { describe, expect, test } from '@jest/globals';
import { followingOf, isWrittenBelow, placeOf } from './choices.js';

describe('the choices of a decision', () => {
  test('begin with the one that follows the proposal, as far as it is open', () => {
    const decisions = ['send_back', 'approve', 'approve_with_conditions', 'refuse'] as const;
    expect(followingOf('agree', decisions)).toBe('approve');
    expect(followingOf('disagree_outdated', decisions)).toBe('refuse');
    expect(followingOf('agree', ['send_back', 'endorse'])).toBe('endorse');
    expect(followingOf('agree', ['refuse'])).toBe('refuse');
    expect(followingOf('agree', [])).toBeNull();
  });
  test('ask for a reason of lateness and for an earlier letter only where there is one', () => {
    const [now, late, again] = [
      { overdue: false, round: 1 },
      { overdue: true, round: 1 },
      { overdue: false, round: 2 },
    ];
    expect(placeOf({ name: 'afterDeadlineReason' }, now)).toBe('nowhere');
    expect(placeOf({ name: 'afterDeadlineReason' }, late)).toBe('at_once');
    expect(placeOf({ name: 'earlierLetter' }, now)).toBe('nowhere');
    expect(placeOf({ name: 'earlierLetter' }, again)).toBe('at_once');
    expect(placeOf({ name: 'reason', required: true }, now)).toBe('at_once');
    expect(placeOf({ name: 'note' }, now)).toBe('more');
  });
});

test('the words of a conclusion stand once more only in the reasons of a refusal that is decided', () => {
  expect(isWrittenBelow('disagree_outdated', 'endorsed')).toBe(true);
  expect(isWrittenBelow('disagree_outdated', 'concluded')).toBe(false);
  expect(isWrittenBelow('agree', 'endorsed')).toBe(false);
});
