import { expect, test } from '@jest/globals';
import { isConfirmation } from './confirm-key.js';

test('a decision is confirmed by a press of its own, of what stands on the screen', () => {
  const press = { repeat: false, dialogOpen: false, ready: true, letterSeen: true };
  expect(isConfirmation(press)).toBe(true);
  const others = [{ repeat: true }, { dialogOpen: true }, { ready: false }, { letterSeen: false }];
  for (const other of others) expect(isConfirmation({ ...press, ...other })).toBe(false);
});
