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
  expect(putRowsBack(back, before, 'equipment', all)).toEqual(before);
});

it('puts a line back with its machines and what covered it, but for a machine that got another line since', () => {
  const start = draftOf({
    lines: [{ id: 'l-1', name: 'Một' }, { id: 'l-2' }],
    equipment: ['a', 'b'].map((id) => ({ id, lineRef: 'l-1' })),
    evidence: [{ id: 'e', covers: ['lines[l-1].trl', 'lines[l-2].trl'] }],
  });
  const ids = new Set(['l-1']);
  const removed = removeRows(start, 'lines', ids);
  const other = withValue(removed, { section: 'equipment', id: 'b', field: 'lineRef' }, 'l-2');
  const back = putRowsBack(other, start, 'lines', ids);
  expect(back.lines).toEqual(start.lines);
  expect(back.equipment.map(({ lineRef }) => lineRef)).toEqual(['l-1', 'l-2']);
  expect(back.evidence[0]?.['covers']).toEqual(['lines[l-2].trl', 'lines[l-1].trl']);
});

it('puts a certificate back where it stood', () => {
  const start = draftOf({ evidence: ['e', 'f', 'g'].map((id) => ({ id, number: id, covers: [] })) });
  const ids = new Set(['f']);
  expect(putRowsBack(removeRows(start, 'evidence', ids), start, 'evidence', ids)).toEqual(start);
});
