import { expect, test } from '@jest/globals';
import { unsavedParticulars, withKeptParticulars } from './kept-particulars.js';

test('half a paper is kept and there again, but for what somebody else changed meanwhile', () => {
  const stored = { authority: 'province_chair', number: '1/CV', on: '2026-07-01' } as const;
  const kept = unsavedParticulars(stored, { ...stored, number: '2/CV', on: '' });
  expect(kept).toEqual({ number: { was: '1/CV', now: '2/CV' }, on: { was: '2026-07-01', now: '' } });
  expect(withKeptParticulars(stored, kept)).toEqual({ ...stored, number: '2/CV', on: '' });
  const since = { ...stored, number: '3/CV' };
  expect(withKeptParticulars(since, kept)).toEqual({ ...since, on: '' });
  expect(unsavedParticulars(stored, stored)).toEqual({});
});
