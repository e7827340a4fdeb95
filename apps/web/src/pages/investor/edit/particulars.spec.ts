import { expect, test } from '@jest/globals';
import { askedParticulars, changedParticulars, particularsOf } from './particulars.js';

const DOSSIER = {
  ...{ projectAuthority: 'province_chair' as const, investorOrgId: 'o-1' },
  ...{ incomingNumber: '1/CV', incomingOn: '2026-07-01', receivedOn: '2026-07-02' },
  parties: [{ organisationId: 'o-1', name: 'Gốm', party: 'investor' }],
};

test('only what was changed is sent, and a paper only when it is whole', () => {
  const stored = particularsOf(DOSSIER);
  expect(stored).toMatchObject({ authority: 'province_chair', investor: 'o-1', investorName: 'Gốm' });
  expect(changedParticulars(stored, stored)).toBeNull();
  expect(changedParticulars(stored, { ...stored, authority: 'zone_board' })).toEqual({
    projectAuthority: 'zone_board',
  });
  expect(changedParticulars(stored, { ...stored, investor: 'o-2', number: '' })).toEqual({
    investorOrgId: 'o-2',
  });
  expect(changedParticulars(stored, { ...stored, number: '2/CV' })).toEqual({
    incoming: { number: '2/CV', on: '2026-07-01', receivedOn: '2026-07-02' },
  });
});

test('an investor is not asked for itself, and nobody but the clerk for the paper', () => {
  expect(askedParticulars({ channel: 'investor', relations: ['owner'] })).toEqual({
    ...{ investor: false, paper: false },
  });
  expect(askedParticulars({ channel: 'requester', relations: ['clerk_on_behalf'] })).toEqual({
    ...{ investor: true, paper: true },
  });
});
