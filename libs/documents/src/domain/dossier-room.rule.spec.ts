import { expect, test } from '@jest/globals';
import { hasRoom } from './dossier-room.rule.js';

const ROOM = { documents: 3, bytes: 100 };
test.each([
  [{ documents: 0, bytes: 0 }, 100, true],
  [{ documents: 2, bytes: 40 }, 60, true],
  [{ documents: 2, bytes: 40 }, 61, false],
  [{ documents: 3, bytes: 0 }, 1, false],
  [{ documents: 0, bytes: 0 }, 101, false],
])('beside %j one of %i bytes has room: %s', (stored, bytes, has) => {
  expect(hasRoom(stored, bytes, ROOM)).toBe(has);
});
