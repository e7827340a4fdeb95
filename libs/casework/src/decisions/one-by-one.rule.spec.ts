import { describe, expect, test } from '@jest/globals';
import { oneByOne, type Weighed } from './one-by-one.rule.js';

const PLAIN: Weighed = {
  step: 'decide',
  outcome: 'agree',
  standing: { blocking: 0, outdated: 0 },
  dissent: 0,
  overdue: false,
};
const against = (given: Partial<Weighed>) => oneByOne({ ...PLAIN, ...given });

describe('what is looked at one by one', () => {
  test('nothing of a plain agreement, endorsed or decided', () => {
    expect(against({})).toEqual([]);
    expect(against({ step: 'endorse' })).toEqual([]);
  });
  test('an approval over findings that stand, and any dissent', () => {
    const standing = { blocking: 1, outdated: 2 };
    expect(against({ standing })).toEqual(['outdated', 'blocking']);
    expect(against({ step: 'endorse', outcome: 'agree_with_conditions', standing })).toEqual([
      'outdated',
      'blocking',
    ]);
    expect(against({ dissent: 1 })).toEqual(['dissent']);
  });
  test('conditions, refusals and decisions after their term when they are decided, not when they are endorsed', () => {
    expect(against({ outcome: 'agree_with_conditions' })).toEqual(['conditions']);
    expect(against({ outcome: 'disagree_outdated', standing: { blocking: 1, outdated: 1 } })).toEqual([
      'refusal',
    ]);
    expect(against({ overdue: true })).toEqual(['overdue']);
    for (const outcome of ['agree_with_conditions', 'disagree_outdated'] as const)
      expect(against({ step: 'endorse', outcome, overdue: true })).toEqual([]);
  });
});
