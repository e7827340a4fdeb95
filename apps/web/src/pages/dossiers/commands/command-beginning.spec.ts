import { describe, expect, test } from '@jest/globals';
import { beginningOf, keptAsWritten, olderThan, takenAnew, valuesOf } from './command-beginning.js';
import { gapsOf, payloadOf } from './command-fields.js';

const NOTHING = { conclusion: null, takenOver: null, inconclusive: [], breached: [], failed: null, asked: 0 };

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
  test('a decision that is being written follows the newest conclusion, but for what was written by hand', () => {
    const concluded = (summary: string, failedCriteria: string[]) => ({
      ...NOTHING,
      conclusion: { outcome: 'disagree_other' as const, content: { summary, failedCriteria } },
    });
    const first = concluded('Máy quá tuổi.', ['a']);
    const begun = valuesOf('refuse', null, first);
    expect(payloadOf('refuse', begun)).toEqual({ reasons: 'Máy quá tuổi.', failedCriteria: ['a'] });
    const written = { ...begun, reasons: 'Máy quá tuổi, không có chứng thư.', note: 'n' };
    expect(olderThan('refuse', valuesOf('refuse', written, first), first)).toEqual([]);
    // It was sent back and concluded otherwise.
    const second = concluded('Máy gây ồn.', ['b']);
    const values = valuesOf('refuse', written, second);
    expect(values).toMatchObject({ reasons: written.reasons, failedCriteria: ['b'], note: 'n' });
    expect(olderThan('refuse', values, second)).toEqual(['reasons']);
    expect(olderThan('refuse', keptAsWritten('refuse', values, second), second)).toEqual([]);
    const anew = takenAnew('refuse', values, second);
    expect(anew).toMatchObject({ reasons: 'Máy gây ồn.', note: 'n' });
    expect(olderThan('refuse', anew, second)).toEqual([]);
    // What a form of before this knew was kept stays.
    expect(valuesOf('refuse', { reasons: 'x' }, second)).toMatchObject({ reasons: 'x' });
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
