import { describe, expect, test } from '@jest/globals';
import { beginningOf, valuesOf } from './command-beginning.js';
import { type RecordedConclusion, stillTaken, takenOverOf } from './taken-over.js';

const CONDITION = {
  what: 'a',
  deadlineOn: '2027-01-01',
  proof: 'b',
  responsible: 'c',
  cures: ['b1', 'gone'],
};
const ANSWER = { findingKey: 'i1', answer: 'accepted_risk' as const, reason: 'Không ảnh hưởng.' };
const sentBack = (summary: string, day: string): RecordedConclusion => ({
  outcome: 'agree_with_conditions',
  content: {
    ...{ summary, reasons: ['Một.', 'Hai.'], conditions: [CONDITION], failedCriteria: ['I.1'] },
    ...{ findingKeys: ['b1', 'gone'], inconclusive: [ANSWER] },
  },
  concludedAt: `${day}T02:00:00.000Z`,
  ...{ sentBackAt: `${day}T03:00:00.000Z`, sentBackBy: 'Tô Minh Tuấn', sentBackReason: 'Thiếu căn cứ.' },
});
const SCREENED = {
  at: '2026-07-13T02:00:00.000Z',
  inconclusive: ['i1', 'i2'],
  breached: ['b1'],
  failed: ['I.1'],
};
const OPINION = { recommendation: 'agree' as const, summary: 'Phù hợp.' };
const KNOWN = {
  conclusion: null,
  inconclusive: SCREENED.inconclusive,
  breached: ['b1'],
  failed: ['I.1'],
  asked: 0,
};

describe('with what a conclusion begins', () => {
  test('that was sent back: the last one, whole, and what it answered to findings that are still the same', () => {
    const earlier = [sentBack('Trước.', '2026-07-14'), sentBack('Sau.', '2026-07-15')];
    const takenOver = takenOverOf(earlier, OPINION, SCREENED);
    expect(takenOver?.sentBack?.sentBackReason).toBe('Thiếu căn cứ.');
    const values = beginningOf('conclude', { ...KNOWN, takenOver });
    expect(values).toEqual({
      ...{
        outcome: 'agree_with_conditions',
        summary: 'Sau.',
        reasons: 'Một.\nHai.',
        failedCriteria: ['I.1'],
      },
      ...{ findingKeys: ['b1'], conditions: [{ ...CONDITION, cures: ['b1'] }] },
      inconclusive: [ANSWER, { findingKey: 'i2', answer: '', reason: '' }],
    });
  });
  test('answers nothing for a finding of a later screening, nor of one that is out of date', () => {
    for (const at of ['2026-07-15T02:30:00.000Z', null]) {
      const takenOver = takenOverOf([sentBack('s', '2026-07-15')], null, { ...SCREENED, at });
      expect(beginningOf('conclude', { ...KNOWN, takenOver })['inconclusive']).toEqual([
        { findingKey: 'i1', answer: '', reason: '' },
        { findingKey: 'i2', answer: '', reason: '' },
      ]);
    }
  });
  test('cites no criterion that nobody calls not achieved any more', () => {
    const takenOver = takenOverOf([sentBack('s', '2026-07-15')], null, { ...SCREENED, failed: [] });
    expect(takenOver?.values['failedCriteria']).toEqual([]);
    const kept = { summary: 's', failedCriteria: ['I.1', 'I.2'] };
    expect(valuesOf('conclude', kept, { ...KNOWN, failed: ['I.2'], takenOver })['failedCriteria']).toEqual([
      'I.2',
    ]);
  });
  test('else with what the own opinion proposes, and with nothing where there is none', () => {
    const takenOver = takenOverOf([], OPINION, SCREENED);
    expect(beginningOf('conclude', { ...KNOWN, takenOver })).toMatchObject({
      ...{ outcome: 'agree', summary: 'Phù hợp.', conditions: [] },
    });
    expect(takenOverOf([], null, SCREENED)).toBeNull();
  });
  test('says which fields nobody has changed yet, but for empty ones', () => {
    const takenOver = takenOverOf([sentBack('s', '2026-07-15')], null, SCREENED)!;
    const values = beginningOf('conclude', { ...KNOWN, inconclusive: ['i1'], takenOver });
    expect(stillTaken(takenOver, { ...values, summary: 'Khác.', failedCriteria: [] })).toEqual([
      ...['outcome', 'reasons', 'findingKeys', 'inconclusive', 'conditions'],
    ]);
  });
});
