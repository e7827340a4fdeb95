import { describe, expect, test } from '@jest/globals';
import { ProblemError, UNREACHABLE } from '../../../api/problem.js';
import { answersAre, endOfSaving } from './end-of-saving.js';

const refusedWith = (status: number) =>
  new ProblemError({ status, code: 'some', title: 'Vì sao', detail: 'Làm gì' });

describe('an answer that could not be saved', () => {
  test.each([400, 404, 409, 413, 422])('%d is not sent again, and says why', (status) => {
    const error = refusedWith(status);
    const end = endOfSaving(error);
    expect(end).toEqual({ how: 'refused', problem: error.problem });
    expect(answersAre(true, 0, end)).toBe('refused');
  });
  test.each([401, 403, 408, 429, 500, 503])('%d is tried again', (status) => {
    expect(answersAre(true, 0, endOfSaving(refusedWith(status)))).toBe('here');
  });
  test('so is what got no answer at all', () =>
    expect(endOfSaving(new ProblemError(UNREACHABLE))).toEqual({ how: 'again' }));
  test('what is saved or contested says so, however an earlier try ended', () => {
    expect(answersAre(false, 0, endOfSaving(refusedWith(400)))).toBe('saved');
    expect(answersAre(true, 1, { how: 'well' })).toBe('clash');
    expect(answersAre(true, 0, { how: 'well' })).toBe('saving');
  });
});
