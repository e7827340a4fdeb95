import { expect, test } from '@jest/globals';
import { firstPassword } from './first-password.js';

test('a first password is long, is never the same, and has no sign that is taken for another', () => {
  const made = Array.from({ length: 500 }, firstPassword);
  for (const password of made) expect(password).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){3}$/);
  expect(new Set(made).size).toBe(500);
  const signs = new Set(made.join(''));
  for (const sign of 'ilo01') expect(signs.has(sign)).toBe(false);
  expect(signs.size).toBe(32);
});
