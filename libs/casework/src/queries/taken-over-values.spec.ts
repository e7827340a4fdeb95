import { expect, test } from '@jest/globals';
import { takenOverValues } from './taken-over-values.js';

test('values that were measured or certified on a day, by path, and no others', () => {
  const facts = {
    lines: [{ id: 'l-1', name: 'Ép', trl: 8, efficiencyPct: { value: 84.9 } }],
    equipment: [
      { id: 'm-1', yearMade: 2015, certificate: { number: '1', issuedOn: '2024-01-02', body: 'V' } },
    ],
    evidence: [{ id: 'e-1', kind: 'other', covers: [] }],
  };
  expect(takenOverValues(facts)).toEqual({
    'lines[l-1].efficiencyPct': { value: 84.9 },
    'equipment[m-1].certificate': { number: '1', issuedOn: '2024-01-02', body: 'V' },
  });
  expect(takenOverValues({})).toEqual({});
});
