import { expect, test } from '@jest/globals';
import { nameOfLetter, printedOf } from './rehearsed-letter.query.js';

test('a note for the record draws no new letter, what the letter prints does', () => {
  const asked = { command: 'approve' as const, payload: { afterDeadlineReason: 'a' }, revision: 3 };
  const noted = { ...asked, payload: { ...asked.payload, note: 'Đã họp giao ban.' } };
  expect(printedOf(noted)).toEqual(asked);
  expect(nameOfLetter(noted)).toBe(nameOfLetter(asked));
  expect(nameOfLetter({ ...asked, payload: { afterDeadlineReason: 'b' } })).not.toBe(nameOfLetter(asked));
  expect(nameOfLetter({ ...asked, revision: 4 })).not.toBe(nameOfLetter(asked));
});
