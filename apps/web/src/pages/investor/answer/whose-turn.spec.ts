import { expect, it } from '@jest/globals';
import { whoseTurn } from './whose-turn.js';

it.each([
  ['draft', false, 'yours'],
  ['supplement_requested', false, 'yours'],
  ['refusal_notified', true, 'yours'],
  ['submitted', false, 'theirs'],
  ['endorsed', true, 'theirs'],
  ['approved', false, 'theirs'],
  ['approved', true, 'nobody'],
  ['withdrawn', false, 'nobody'],
] as const)('of a dossier that is %s (result issued: %s) it is the turn: %s', (status, isOut, expected) => {
  expect(whoseTurn(status, isOut)).toBe(expected);
});
