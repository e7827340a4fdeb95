import { describe, expect, test } from '@jest/globals';
import { type Account } from './admin.query.js';
import { forgetUnconfirmed, keepUnconfirmed, unconfirmedOf } from './unconfirmed-password.js';

describe('a first password that was not handed over', () => {
  test('waits for the administrator who made it, for nobody else, and is gone once it is confirmed', () => {
    const made = { adminId: 'a', account: { id: 'x' } as Account, password: 'abcd' };
    keepUnconfirmed(made);
    expect([unconfirmedOf('a'), unconfirmedOf('b')]).toEqual([made, null]);
    forgetUnconfirmed();
    expect(unconfirmedOf('a')).toBeNull();
  });
});
