import { expect, it } from '@jest/globals';
import { draftOf, withValue } from './draft.types.js';
import { addRows, removeRows } from './edit-rows.js';
import { putRowsBack } from './put-back.js';

const before = draftOf({
  equipment: ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `Máy ${id}` })),
  evidence: [{ id: 'e', covers: ['equipment[a].yearMade', 'equipment[c].yearMade'] }],
});
const names = (ids: string[]) => ids.map((id) => `Máy ${id}`);
const namesOf = ({ equipment }: typeof before) => equipment.map(({ name }) => name);

it('puts machines back where they stood, with what covered them, and keeps what was changed since', () => {
  const ids = new Set(['a', 'b', 'd']);
  const removed = addRows(removeRows(before, 'equipment', ids), 'equipment', [{ id: 'n', name: 'Máy n' }]);
  const changed = withValue(removed, { section: 'equipment', id: 'c', field: 'yearMade' }, 2020);
  const back = putRowsBack(changed, before, 'equipment', ids);
  expect(namesOf(back)).toEqual(names(['a', 'b', 'c', 'd', 'n']));
  expect(back.equipment[2]).toMatchObject({ yearMade: 2020 });
  expect(back.evidence[0]?.['covers']).toEqual(['equipment[c].yearMade', 'equipment[a].yearMade']);
});

it('puts a whole list back in place of the one that replaced it, and nothing twice', () => {
  const all = new Set(['a', 'b', 'c', 'd']);
  const replaced = removeRows(before, 'equipment', all);
  const back = putRowsBack(replaced, before, 'equipment', all);
  expect(back).toEqual(before);
  expect(putMachinesBack(back, before, all)).toEqual(before);
});
