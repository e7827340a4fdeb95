import { describe, expect, test } from '@jest/globals';
import { ProblemError, UNREACHABLE } from './problem.js';
import { againAfter } from './query-client.js';

const after = (error: unknown, status = 'error') => againAfter({ state: { status, error } });

describe('a question that failed', () => {
  test('is asked again by itself while nobody answers', () => {
    expect(after(new ProblemError(UNREACHABLE))).toBeGreaterThan(0);
    expect(after(new ProblemError({ ...UNREACHABLE, status: 503 }))).toBeGreaterThan(0);
  });
  test('is not where it was answered, or where the page itself is at fault', () => {
    expect(after(new ProblemError({ code: 'forbidden', status: 403, title: '', detail: '' }))).toBe(false);
    expect(after(new ProblemError({ code: 'internal', status: 500, title: '', detail: '' }))).toBe(false);
    expect(after(new TypeError('x is not a function'))).toBe(false);
    expect(after(null, 'success')).toBe(false);
  });
});
