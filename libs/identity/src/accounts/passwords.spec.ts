import { describe, expect, test } from '@jest/globals';
import { Refusal } from '#kernel';
import { normaliseEmail } from './email.js';
import { hashPassword, passwordFits, requireStrongPassword } from './passwords.js';

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return Math.min(...times);
};

describe('passwords', () => {
  test('are argon2id with a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits(one, 'same')).toBe(true);
    expect(await passwordFits(one, 'Same')).toBe(false);
  });

  test('nobody fits nothing, and the refusal takes as long as a real one', async () => {
    const stored = await hashPassword('x');
    expect(await passwordFits(null, 'anything')).toBe(false);
    const [known, unknown] = [
      await timed(() => passwordFits(stored, 'y')),
      await timed(() => passwordFits(null, 'y')),
    ];
    expect(unknown).toBeGreaterThan(known / 2);
  });

  test.each([
    ['short', 'a@b.vn'],
    ['nguyenvanan-1', 'nguyenvanan@b.vn'],
  ])('%s for %s is too weak', (password, email) => {
    expect(() => requireStrongPassword(password, email)).toThrow(new Refusal('password_too_weak'));
  });
});

test.each([
  [' A@B.vn ', 'a@b.vn'],
  ['ＡＢ@c.vn', 'ab@c.vn'],
])('the e-mail %j is stored as %s', (typed, stored) => {
  expect(normaliseEmail(typed)).toBe(stored);
});
