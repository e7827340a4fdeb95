import { describe, expect, test } from '@jest/globals';
import { decisionFollowing } from './decision-following.rule.js';

const CONDITION = {
  what: 'Thay máy ép.',
  deadlineOn: '2027-01-31',
  proof: 'Hóa đơn',
  responsible: 'Công ty',
};
const concluded = { summary: 'Máy quá tuổi.', reasons: [], inconclusive: [], conditions: [] };

describe('the decision that follows a conclusion', () => {
  test('agrees, agrees on the same conditions, or refuses for the same reasons', () => {
    expect(decisionFollowing({ ...concluded, outcome: 'agree' })).toEqual({ name: 'approve', payload: {} });
    expect(
      decisionFollowing({ ...concluded, outcome: 'agree_with_conditions', conditions: [CONDITION] }),
    ).toEqual({ name: 'approve_with_conditions', payload: { conditions: [CONDITION] } });
    expect(
      decisionFollowing({ ...concluded, outcome: 'disagree_outdated', findingKeys: ['used.age@m'] }),
    ).toEqual({ name: 'refuse', payload: { reasons: 'Máy quá tuổi.', findingKeys: ['used.age@m'] } });
    expect(decisionFollowing({ ...concluded, outcome: 'disagree_other' }).name).toBe('refuse');
  });
  test('confirms the letter under review when it decides the same, and replaces it otherwise', () => {
    const earlier = { kind: 'approved' as const, conditions: [] };
    const letterOf = (outcome: 'agree' | 'disagree_other') =>
      decisionFollowing({ ...concluded, outcome }, earlier).payload;
    expect(letterOf('agree')).toEqual({ earlierLetter: 'confirm' });
    expect(letterOf('disagree_other')).toEqual({ reasons: 'Máy quá tuổi.', earlierLetter: 'replace' });
  });
});
