import { expect, test } from '@jest/globals';
import { sentBody } from './sent-body.js';

test('texts at any depth are sent without what nobody sees, passwords as they were typed', () => {
  const body = {
    reason: 'Thiếu\u000bbản vẽ\u202e',
    items: [{ what: 'Bản\u0000 gốc' }, 'ép\u200f'],
    count: 2,
    none: null,
    newPassword: 'a\u200fb',
  };
  expect(JSON.parse(sentBody(body))).toEqual({
    reason: 'Thiếu\nbản vẽ',
    items: [{ what: 'Bản gốc' }, 'ép'],
    count: 2,
    none: null,
    newPassword: 'a\u200fb',
  });
});
