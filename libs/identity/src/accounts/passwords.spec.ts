import { describe, expect, test } from '@jest/globals';
import { verify } from '@node-rs/argon2';
import { Refusal } from '#kernel';
import { normaliseEmail } from './email.js';
import { hashPassword, NOBODY, passwordFits, requireStrongPassword } from './passwords.js';

/** What an argon2 hash costs: version, memory, passes, lanes, and the lengths of salt and digest. */
const workOf = (phc: string): unknown[] => {
  const [, algorithm, version, cost, salt = '', digest = ''] = phc.split('$');
  const bytes = (base64: string) => Buffer.from(base64, 'base64').length;
  return [algorithm, version, cost, bytes(salt), bytes(digest)];
};

describe('passwords', () => {
  test('are argon2id with a salt of their own', async () => {
    const [one, two] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits(one, 'same')).toBe(true);
    expect(await passwordFits(one, 'Same')).toBe(false);
  });

  test('nobody fits nothing, and the refusal does the work of a real one', async () => {
    expect(await passwordFits(null, 'anything')).toBe(false);
    // A hash that the library could not read would be refused at once, and tell that there is no account.
    await expect(verify(NOBODY, 'anything')).resolves.toBe(false);
    expect(workOf(NOBODY)).toEqual(workOf(await hashPassword('x')));
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
