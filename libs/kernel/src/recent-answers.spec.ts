import { describe, expect, test } from '@jest/globals';
import { RecentAnswers } from './recent-answers.js';

describe('recent answers', () => {
  test('keep what was asked for most recently, and no more than the limit', () => {
    const recent = new RecentAnswers<number>(2);
    recent.keep('a', 1);
    recent.keep('b', 2);
    expect(recent.get('a')).toBe(1);
    recent.keep('c', 3);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3]);
  });
  test('a newer answer takes the place of the older one', () => {
    const recent = new RecentAnswers<number>(2);
    recent.keep('a', 1);
    recent.keep('a', 2);
    recent.keep('b', 3);
    expect([recent.get('a'), recent.get('b')]).toEqual([2, 3]);
  });
});
