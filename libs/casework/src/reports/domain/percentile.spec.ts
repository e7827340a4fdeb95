import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from '../../../../../test/support/seed.js';
import { percentile } from './percentile.js';

describe('percentile', () => {
  it('is nothing where nothing was seen', () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([{ value: 3, count: 0 }], 0.5)).toBeNull();
  });

  it.each([
    [0.5, 5],
    [0.9, 9],
    [1, 10],
    [0, 1],
  ])('of ten days, %d', (share, expected) => {
    const days = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((value) => ({ value, count: 1 }));
    expect(percentile(days, share)).toBe(expected);
  });

  it('is that of the values written out one by one', () => {
    const weighted = fc.array(
      fc.record({ value: fc.integer({ min: 0, max: 30 }), count: fc.integer({ min: 0, max: 4 }) }),
    );
    fc.assert(
      fc.property(weighted, fc.constantFrom(0.1, 0.5, 0.9), (values, share) => {
        const all = values
          .flatMap(({ value, count }) => Array.from({ length: count }, () => value))
          .sort((a, b) => a - b);
        const expected = all[Math.max(1, Math.ceil(share * all.length)) - 1] ?? null;
        expect(percentile(values, share)).toBe(expected);
      }),
      drawn(),
    );
  });
});
