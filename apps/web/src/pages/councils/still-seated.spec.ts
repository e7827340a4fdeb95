import { expect, test } from '@jest/globals';
import { stillSeated } from './still-seated.js';

const SEATS = { an: 'chair', binh: 'member', chi: 'secretary' } as const;

test('a seat that was given an earlier time is kept while its person can sit', () => {
  const candidates = [
    { userId: 'an', inConflict: false },
    { userId: 'binh', inConflict: true },
  ];
  expect(stillSeated(SEATS, candidates)).toEqual({ an: 'chair' });
  expect(stillSeated(SEATS, undefined)).toEqual(SEATS);
});
