import { describe, expect, test } from '@jest/globals';
import { type Organisation } from './admin.query.js';
import { newOrganisationOf, organisationChangeOf, organisationDraftOf } from './organisation-change.js';

const seen: Organisation = {
  ...{ id: 'x', name: 'Công ty A', kind: 'investor', taxCode: '5709900011', address: null },
  ...{ active: true, revision: 1 },
};

describe('what a form of an organisation sends', () => {
  test('only what differs; an emptied tax code is removed', () => {
    const draft = organisationDraftOf(seen);
    expect(organisationChangeOf(seen, draft)).toEqual({});
    expect(
      organisationChangeOf(seen, { ...draft, name: ' Công ty B ', taxCode: ' ', address: 'Số 1' }),
    ).toEqual({
      ...{ name: 'Công ty B', taxCode: null, address: 'Số 1' },
    });
  });
  test('a new one without what was left empty', () => {
    expect(newOrganisationOf({ ...organisationDraftOf(null), name: ' Viện C ' })).toEqual({
      ...{ name: 'Viện C', kind: 'investor' },
    });
  });
});
