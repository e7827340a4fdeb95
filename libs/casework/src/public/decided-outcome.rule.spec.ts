import { describe, expect, test } from '@jest/globals';
import { decidedOutcome } from './decided-outcome.rule.js';

describe('how the open statistics count a decision', () => {
  test.each([
    ['opinion', 'approved', 'agree', 'agreed'],
    ['opinion', 'approved_with_conditions', 'agree_with_conditions', 'agreed_with_conditions'],
    ['appraisal', 'refused', 'disagree_outdated', 'refused_outdated'],
    ['reappraisal', 'refused', 'disagree_prohibited', 'refused_prohibited'],
    ['opinion', 'refused', 'disagree_other', 'refused_other'],
    // Refused although the conclusion agreed: for none of the reasons that are counted apart.
    ['opinion', 'refused', 'agree', 'refused_other'],
    ['opinion', 'refused', null, 'refused_other'],
    ['determination', 'refused', 'disagree_outdated', 'determined_outdated'],
    ['determination', 'approved', 'agree', 'determined_not_outdated'],
  ] as const)('%s, %s, concluded %s: %s', (procedureId, kind, concluded, outcome) => {
    expect(decidedOutcome({ procedureId, kind, concluded })).toBe(outcome);
  });
});
