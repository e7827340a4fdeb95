import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { drawn, seedOf } from '../support/seed.js';

const SPECS = globSync('libs/**/*.spec.ts').map((file) => [file, readFileSync(file, 'utf8')] as const);

test('properties of libs are drawn from the seed of all generated cases, none by chance', () => {
  const properties = SPECS.filter(([, text]) => text.includes('fc.assert('));
  const byChance = properties.filter(
    ([, text]) =>
      /\bnumRuns:/.test(text) || text.split('fc.assert(').length > text.split(/drawn\(|RUNS,/).length,
  );
  expect(properties.length).toBeGreaterThan(10);
  expect(byChance.map(([file]) => file)).toEqual([]);
});

test('a property draws as many cases as it asks for, and more where more are wanted', () => {
  expect([undefined, '', '7', '5000'].map((asked) => drawn(60, asked).numRuns)).toEqual([60, 60, 60, 5000]);
  expect(drawn().seed).toBe(seedOf());
  expect(() => drawn(60, 'many')).toThrow('RUNS is a whole number, not many');
});
