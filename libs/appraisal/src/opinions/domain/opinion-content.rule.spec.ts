import { describe, expect, test } from '@jest/globals';
import { type Refusal } from '#kernel';
import { type CriteriaSheet } from '#law';
import { type OpinionContent, requireComplete, requireKnownCriteria } from './opinion-content.rule.js';

const criterion = (code: string) => ({
  code,
  name: { vi: code, en: code },
  stages: [],
  group: null,
  basis: '',
  verification: 'memory' as const,
});
const SHEET: CriteriaSheet = {
  id: 'grid',
  title: { vi: '', en: '' },
  procedures: ['opinion'],
  criteria: [criterion('I.1'), criterion('I.2')],
};
const WHOLE: OpinionContent = {
  criteria: [
    { code: 'I.1', mark: 'achieved' },
    { code: 'I.2', mark: 'not_achieved', remark: 'too old' },
  ],
  recommendation: 'disagree_outdated',
  summary: 'Old line',
};
const refusalOf = (check: () => void): Refusal | null => {
  try {
    check();
    return null;
  } catch (error) {
    return error as Refusal;
  }
};

describe('criteria of an opinion', () => {
  test('codes of the sheet pass', () => {
    expect(refusalOf(() => requireKnownCriteria(SHEET, WHOLE.criteria))).toBeNull();
  });
  test('criterion_unknown names codes that the sheet lacks and codes that stand twice', () => {
    const marks = [
      ...WHOLE.criteria,
      { code: 'X', mark: 'achieved' as const },
      { code: 'I.1', mark: 'achieved' as const },
    ];
    expect(refusalOf(() => requireKnownCriteria(SHEET, marks))).toMatchObject({
      code: 'criterion_unknown',
      details: { codes: ['X', 'I.1'] },
    });
  });
});

describe('a complete opinion', () => {
  test('passes with every mark, a remark for what failed, a recommendation and a summary', () => {
    expect(refusalOf(() => requireComplete(SHEET, WHOLE))).toBeNull();
  });
  test('opinion_incomplete names unmarked criteria', () => {
    const content = { ...WHOLE, criteria: WHOLE.criteria.slice(1) };
    expect(refusalOf(() => requireComplete(SHEET, content))).toMatchObject({
      code: 'opinion_incomplete',
      details: { unmarked: ['I.1'] },
    });
  });
  test('opinion_incomplete names a criterion that was only remarked on', () => {
    const remarked = { code: 'I.1', mark: null, remark: 'see the test report' };
    const content = { ...WHOLE, criteria: [remarked, ...WHOLE.criteria.slice(1)] };
    expect(refusalOf(() => requireKnownCriteria(SHEET, content.criteria))).toBeNull();
    expect(refusalOf(() => requireComplete(SHEET, content))?.details).toMatchObject({ unmarked: ['I.1'] });
  });
  test('opinion_incomplete names failed criteria without a remark', () => {
    const content: OpinionContent = {
      ...WHOLE,
      criteria: WHOLE.criteria.map(({ code, mark }) => ({ code, mark })),
    };
    expect(refusalOf(() => requireComplete(SHEET, content))?.details).toMatchObject({ unexplained: ['I.2'] });
  });
  test('opinion_incomplete names the open recommendation and the empty summary', () => {
    const content = { ...WHOLE, recommendation: null, summary: ' ' };
    expect(refusalOf(() => requireComplete(SHEET, content))?.details).toMatchObject({
      parts: ['recommendation', 'summary'],
    });
  });
});
