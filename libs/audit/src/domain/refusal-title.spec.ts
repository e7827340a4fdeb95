import { expect, test } from '@jest/globals';
import { PROBLEMS } from '#contracts';
import { refusalTitle } from './refusal-title.js';

test('each refusal of the table is told by its title, in both languages', () => {
  for (const [code, { vi, en }] of Object.entries(PROBLEMS))
    expect(refusalTitle({ outcome: 'refused', facts: { code } })).toEqual({ vi: vi.title, en: en.title });
});

test('nothing is told of what was done, nor of a code that the table does not hold', () => {
  expect(refusalTitle({ outcome: 'done', facts: { code: 'stale_revision' } })).toBeNull();
  expect(refusalTitle({ outcome: 'refused', facts: {} })).toBeNull();
  for (const code of ['of_an_older_release', 'constructor'])
    expect(refusalTitle({ outcome: 'refused', facts: { code } })).toBeNull();
});
