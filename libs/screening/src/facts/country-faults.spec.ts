import { expect, it } from '@jest/globals';
import { countryFaults, faultsBrought } from './country-faults.js';

const FACTS = {
  project: { investorCountry: 'UK' },
  equipment: [{ country: 'JP' }, { country: 'TQ' }, {}],
  lines: [
    {
      oecdSites: [
        { country: 'DE', site: 'Köln' },
        { country: 'EU', site: 'Bonn' },
      ],
    },
    {},
  ],
};

it('are two letters that are the code of no country, wherever facts name one', () => {
  expect(countryFaults(FACTS).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/project/investorCountry no_such_country',
    '/equipment/1/country no_such_country',
    '/lines/0/oecdSites/1/country no_such_country',
  ]);
  expect(countryFaults({ equipment: [{ country: 'jp' }, { country: 'MY' }] })).toEqual([]);
});

it('are told of a change only where it brings them: a draft that has them already can be saved', () => {
  const brought = faultsBrought(countryFaults(FACTS), { equipment: [{ country: 'TQ' }, { country: 'EU' }] });
  expect(brought.map(({ params }) => params['country'])).toEqual(['UK']);
});
