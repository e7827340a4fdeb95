import { describe, expect, test } from '@jest/globals';
import { toldCount, toldCounts } from './small-numbers.rule.js';

describe('small numbers', () => {
  test('one and two are not told; zero and three are', () => {
    expect([0, 1, 2, 3].map(toldCount)).toEqual([0, null, null, 3]);
  });
  test('a part that could be subtracted takes the next smallest with it', () => {
    expect(toldCounts([12, 5, 0, 1])).toEqual({ counts: [12, null, 0, null], total: 18 });
    expect(toldCounts([12, 5, 0, 0])).toEqual({ counts: [12, 5, 0, 0], total: 17 });
  });
  test('where every part is small the total is not told either', () => {
    expect(toldCounts([2, 2])).toEqual({ counts: [null, null], total: null });
    expect(toldCounts([])).toEqual({ counts: [], total: 0 });
  });
  test('nobody who knows the rule can work out a count that is not told', () => {
    const possible = new Map<string, Set<number>[]>();
    const most = 7;
    for (let a = 0; a <= most; a += 1)
      for (let b = 0; b <= most; b += 1)
        for (let c = 0; c <= most; c += 1) {
          const key = JSON.stringify(toldCounts([a, b, c]));
          const values = possible.get(key) ?? [new Set<number>(), new Set<number>(), new Set<number>()];
          [a, b, c].forEach((count, index) => values[index]?.add(count));
          possible.set(key, values);
        }
    const workedOut = [...possible].filter(([key, values]) => {
      const { counts } = JSON.parse(key) as { counts: (number | null)[] };
      return counts.some((count, index) => count === null && values[index]?.size === 1);
    });
    expect(workedOut.map(([key]) => key)).toEqual([]);
  });
});
