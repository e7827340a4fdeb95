import { describe, expect, test } from '@jest/globals';
import { changeOf, draftOf } from './account-change.js';
import { type Account } from './admin.query.js';

const account = {
  displayName: 'Người Mới',
  position: 'Chuyên viên',
  roles: ['head', 'appraiser'],
  organisation: { id: 'a', name: 'Sở' },
} as Account;

describe('what is sent of a changed account', () => {
  test('nothing when nothing differs: the order of roles and blanks around a name do not count', () => {
    const draft = {
      ...draftOf(account),
      roles: ['appraiser' as const, 'head' as const],
      displayName: ' Người Mới ',
    };
    expect(changeOf(account, draft)).toEqual({});
    expect(changeOf({ ...account, position: null }, { ...draftOf({ ...account, position: null }) })).toEqual(
      {},
    );
  });
  test('only what differs', () => {
    const draft = {
      ...draftOf(account),
      displayName: ' Khác ',
      roles: ['head' as const],
      organisationId: 'b',
    };
    expect(changeOf(account, draft)).toEqual({ displayName: 'Khác', roles: ['head'], organisationId: 'b' });
  });
  test('what the interface cannot take away is not sent', () => {
    expect(changeOf(account, { ...draftOf(account), position: '', organisationId: null })).toEqual({});
  });
});
