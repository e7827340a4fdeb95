import { describe, expect, test } from '@jest/globals';
import { readConditions, writtenConditions } from './register-conditions.js';

const read = (address: string) => readConditions(new URLSearchParams(address));

describe('the conditions of the register of letters', () => {
  test('go into the address and come back', () => {
    const address = 'q=05%2FSKHCN&from=2026-07-01&to=2026-07-31&kind=receipt&validity=replaced';
    expect(new URLSearchParams(writtenConditions(read(address))).toString()).toBe(address);
  });
  test('leave out what is not understood, and blanks', () => {
    const conditions = read('q=+5+&from=yesterday&kind=poem&validity=old&colour=red');
    expect(conditions).toEqual({ q: ' 5 ', from: '', to: '', kind: null, validity: null });
    expect(writtenConditions(conditions)).toEqual({ q: '5' });
  });
});
