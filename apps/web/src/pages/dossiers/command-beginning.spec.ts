import { describe, expect, test } from '@jest/globals';
import { beginningOf, valuesOf } from './command-beginning.js';
import { gapsOf } from './command-fields.js';

const NOTHING = { conclusion: null, inconclusive: [], breached: [], asked: 0 };

describe('with what the form of a command begins', () => {
  test('a decision begins with what was concluded, an answer with a field for each point', () => {
    const condition = { what: 'a', deadlineOn: '2027-01-01', proof: 'b', responsible: 'c', cures: ['k'] };
    const conclusion = {
      outcome: 'agree_with_conditions' as const,
      content: { summary: 's', conditions: [condition], findingKeys: ['k'] },
    };
    expect(beginningOf('approve_with_conditions', { ...NOTHING, conclusion })).toEqual({
      conditions: [condition],
    });
    expect(beginningOf('refuse', { ...NOTHING, conclusion })).toEqual({
      ...{ reasons: 's', findingKeys: ['k'], failedCriteria: [] },
    });
    expect(beginningOf('clarify', { ...NOTHING, asked: 2 })).toEqual({ answers: ['', ''] });
    expect(beginningOf('conclude', { ...NOTHING, inconclusive: ['k'] })['inconclusive']).toEqual([
      { findingKey: 'k', answer: '', reason: '' },
    ]);
  });
  test('answers follow the newest screening: what was written stays, what is new waits, what is settled goes', () => {
    const answered = { findingKey: 'a', answer: 'condition' as const, reason: 'Chờ đo lại.' };
    const gone = { findingKey: 'gone', answer: 'accepted_risk' as const, reason: 'x' };
    const entered = { summary: 's', findingKeys: ['b', 'gone'], inconclusive: [answered, gone] };
    const known = { ...NOTHING, inconclusive: ['a', 'new'], breached: ['b'] };
    const values = valuesOf('conclude', entered, known);
    expect(values).toEqual({
      ...{ summary: 's', findingKeys: ['b'] },
      inconclusive: [answered, { findingKey: 'new', answer: '', reason: '' }],
    });
    expect(gapsOf('conclude', { ...values, outcome: 'agree' })).toEqual(['inconclusive']);
    const whole = { ...values, outcome: 'agree', inconclusive: [answered] };
    expect(gapsOf('conclude', whole)).toEqual([]);
    expect(valuesOf('conclude', null, known)['inconclusive']).toHaveLength(2);
  });
});
