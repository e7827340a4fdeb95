import { describe, expect, test } from '@jest/globals';
import { hiddenTabs, scrollTo } from './tab-scroll.js';

const PLACES = ['a', 'b', 'c', 'd'].map((to, index) => ({ to, left: index * 100, width: 100 }));

describe('a row of tabs that is longer than its place', () => {
  test('tells which of them cannot be seen whole', () => {
    expect(hiddenTabs(PLACES, { from: 0, width: 400 })).toEqual([]);
    expect(hiddenTabs(PLACES, { from: 0, width: 250 })).toEqual(['c', 'd']);
    expect(hiddenTabs(PLACES, { from: 99.4, width: 250 })).toEqual(['a', 'd']);
  });
  test('is moved only for a tab that is out of sight, which comes into its middle', () => {
    const last = { left: 300, width: 100 };
    expect(scrollTo(last, { from: 150, width: 250 })).toBe(150);
    expect(scrollTo(last, { from: 0, width: 250 })).toBe(225);
    expect(scrollTo({ left: 0, width: 100 }, { from: 150, width: 250 })).toBe(0);
  });
});
