import { describe, expect, test } from '@jest/globals';
import { type Problem } from '../../../api/problem.js';
import { markOf, remarkOf } from './opinion-content.js';
import { fieldIdOf, missingIn, withFields } from './opinion-faults.js';

const CODES = ['I.1', 'I.2', 'II.1'];
const INCOMPLETE = {
  ...{ code: 'opinion_incomplete', status: 422, title: '', detail: '' },
  ...{ unmarked: ['II.1', 'I.1'], unexplained: ['I.2'], parts: ['recommendation', 'summary'] },
} as Problem;

describe('what stands against an opinion', () => {
  test('is each missing field, in the order of the sheet', () => {
    const fields = { [markOf('I.2')]: 'not_achieved' };
    expect(missingIn(INCOMPLETE, CODES, fields)).toEqual([
      ...[markOf('I.1'), remarkOf('I.2'), markOf('II.1'), 'recommendation', 'summary'],
    ]);
  });
  test('is no more what was entered since, nor the remark of a criterion that is judged otherwise by now', () => {
    const fields = { [markOf('I.1')]: 'achieved', [markOf('I.2')]: 'achieved', summary: 'Phù hợp.' };
    expect(missingIn(INCOMPLETE, CODES, fields)).toEqual([markOf('II.1'), 'recommendation']);
    expect(missingIn({ ...INCOMPLETE, code: 'stale_revision' }, CODES, {})).toEqual([]);
  });
  test('names the field of each refused value as it was sent', () => {
    const sent = {
      criteria: [
        { code: 'I.1', mark: null },
        { code: 'I.2', mark: null },
      ],
      ...{ recommendation: null, summary: '' },
    };
    const refused = ['/criteria/1/remark', '/summary', '/criteria/9/mark', '/revision'].map((pointer) => ({
      ...{ pointer, code: 'c', message: 'm' },
    }));
    const { errors } = withFields({ ...INCOMPLETE, errors: refused }, sent);
    expect(errors?.map(({ pointer }) => pointer)).toEqual([
      ...[remarkOf('I.2'), 'summary', '/criteria/9/mark', '/revision'],
    ]);
  });
  test('leads to an id that an address can hold', () => {
    expect(fieldIdOf(remarkOf('II.3 a'))).toBe('opinion-remark-II.3-a');
  });
});
