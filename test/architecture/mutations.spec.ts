import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { PROBLEMS } from '#contracts';
import { MUTATIONS } from '../mutations/mutations.js';

test.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
  'a mutation still has what it breaks: %s',
  (_, { file, text, by, sql }) => {
    if (file === undefined) return expect(sql).toBeDefined();
    const parts = readFileSync(file, 'utf8').split(text ?? '');
    expect({ found: parts.length - 1, changes: by !== text }).toEqual({ found: 1, changes: true });
  },
);

test('every invariant of the design is broken by one mutation at least', () => {
  expect([...new Set(MUTATIONS.map(({ invariant }) => invariant))]).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
});

test('what holds a promise besides is a refusal of the catalogue', () => {
  const held = MUTATIONS.flatMap(({ name, heldBy = [] }) => heldBy.map((code) => ({ name, code })));
  expect(held.filter(({ code }) => !Object.hasOwn(PROBLEMS, code))).toEqual([]);
});
