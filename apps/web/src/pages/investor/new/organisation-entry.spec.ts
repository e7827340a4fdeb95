import { expect, test } from '@jest/globals';
import { isTaxCode } from '../../../format/tax-code.js';
import { organisationEntryOf } from './organisation-entry.js';

test('an organisation that nobody has entered begins with what was looked for, and its kind is not guessed', () => {
  const begun = { name: '', taxCode: '', kind: '', address: '' };
  expect(organisationEntryOf(' 5709900099 ')).toEqual({ ...begun, taxCode: '5709900099' });
  expect(organisationEntryOf('Sở Công Thương')).toEqual({ ...begun, name: 'Sở Công Thương' });
  expect(organisationEntryOf('CÔNG TY CỔ PHẦN A')).toMatchObject({ kind: 'investor' });
  expect(organisationEntryOf('', 'investor')).toEqual({ ...begun, kind: 'investor' });
  expect(['', '5709900099', '5709900099-001', '570990009', 'x'].map(isTaxCode)).toEqual([
    ...[true, true, true, false, false],
  ]);
});
