import { expect, test } from '@jest/globals';
import { draftOf } from './draft.types.js';
import { pathOf, takenOverFinder } from './taken-over.js';

test('what was taken over stays marked until it is changed, taken out or confirmed', () => {
  const values = {
    'lines[l-1].efficiencyPct': { value: 84, uncertainty: 1 },
    'equipment[m-1].certificate': { number: '1' },
    'equipment[m-2].efficiencyPct': { value: 90 },
  };
  const find = takenOverFinder(values);
  const paths = (draft: object, confirmed: string[] = []) =>
    find(draftOf(draft), new Set(confirmed)).map(pathOf);
  const line = { id: 'l-1', name: 'Ép', efficiencyPct: { uncertainty: 1, value: 84 } };
  const machine = { id: 'm-1', certificate: { number: '1' } };
  const whole = { lines: [line], equipment: [machine] };
  expect(paths(whole)).toEqual(['lines[l-1].efficiencyPct', 'equipment[m-1].certificate']);
  expect(paths(whole, ['lines[l-1].efficiencyPct'])).toEqual(['equipment[m-1].certificate']);
  expect(paths({ lines: [{ ...line, efficiencyPct: { value: 85 } }] })).toEqual([]);
  expect(paths({ lines: [{ id: 'l-1' }] })).toEqual([]);
});
