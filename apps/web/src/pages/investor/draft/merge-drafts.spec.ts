import { describe, expect, test } from '@jest/globals';
import { draftOf } from './draft.types.js';
import { removeRows } from './edit-rows.js';
import { mergeDrafts } from './merge-drafts.js';
import { placeOf } from './value-faults.js';

const machines = (...rows: object[]) => draftOf({ equipment: rows });
const BASE = machines({ id: 'a', name: 'A' }, { id: 'b', name: 'B' });

describe('two versions of a list', () => {
  test('rows that both added are all there, rows that one took out are gone', () => {
    const mine = machines({ id: 'b', name: 'B' }, { id: 'm' });
    const theirs = machines({ id: 'a', name: 'A' }, { id: 'b', name: 'B', maker: 'X' }, { id: 't' });
    const { draft, clashes } = mergeDrafts(BASE, mine, theirs);
    expect(draft.equipment).toEqual([{ id: 'b', name: 'B', maker: 'X' }, { id: 'm' }, { id: 't' }]);
    expect(clashes).toEqual([]);
  });
  test('a row that one took out and the other changed is for the person to decide', () => {
    const theirs = machines({ id: 'a', name: 'new' }, { id: 'b', name: 'B' });
    const { draft, clashes } = mergeDrafts(BASE, machines({ id: 'b', name: 'B' }), theirs);
    expect(draft.equipment.map(({ id }) => id)).toEqual(['b']);
    expect(clashes).toEqual([
      { section: 'equipment', id: 'a', field: null, mine: undefined, theirs: { id: 'a', name: 'new' } },
    ]);
  });
  test('the order of fields is no difference', () => {
    const theirs = machines({ name: 'A', id: 'a' }, { name: 'B', id: 'b' });
    const mine = machines({ id: 'a', name: 'A2' }, { id: 'b', name: 'B' });
    expect(mergeDrafts(BASE, mine, theirs)).toEqual({ draft: mine, clashes: [] });
  });
});

describe('what refers to a row', () => {
  test('goes with it: machines lose their line, evidence what it covered', () => {
    const draft = draftOf({
      lines: [{ id: 'l' }],
      equipment: [{ id: 'a', lineRef: 'l' }],
      evidence: [{ id: 'e', covers: ['lines[l].efficiencyPct', 'equipment[a].yearMade'] }],
    });
    const { equipment, evidence } = removeRows(draft, 'lines', new Set(['l']));
    expect([equipment, evidence]).toEqual([[{ id: 'a' }], [{ id: 'e', covers: ['equipment[a].yearMade'] }]]);
  });
  test('pointers of the API lead to it by its id', () => {
    expect(placeOf('/facts/equipment/1/yearMade', BASE)).toEqual({
      ...{ section: 'equipment', id: 'b', field: 'yearMade' },
    });
    expect([placeOf('/facts/equipment/7', BASE), placeOf('/headers/if-match', BASE)]).toEqual([null, null]);
  });
});
