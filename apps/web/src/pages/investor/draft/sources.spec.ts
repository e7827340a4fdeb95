import { describe, expect, it } from '@jest/globals';
import { draftOf, withValue } from './draft.types.js';
import { addRows, changeRow, removeRows } from './edit-rows.js';
import { mergeDrafts } from './merge-drafts.js';
import { putRowsBack } from './put-back.js';
import { next, startOf } from './save-machine.js';
import { standingSources, withSources } from './sources.js';

const OLD = { documentId: 'letter', page: 1 };
const NEW = { documentId: 'list', page: 4 };
const BASE = draftOf({
  project: { name: 'Gốm' },
  lines: [{ id: 'l', name: 'Nung', trl: 7 }],
  equipment: [{ id: 'm', name: 'Máy ép', yearMade: 2016 }],
  sources: { 'project.name': OLD, 'lines[l].trl': OLD, 'equipment[m].yearMade': OLD },
});

describe('where values of a paper were read', () => {
  it('is said of each value that was entered, and of no other', () => {
    const changed = changeRow(
      withValue(BASE, { section: 'project', id: null, field: 'group' }, 'A'),
      ...(['lines', 'l', 'trl', 8] as const),
    );
    const { sources } = withSources(BASE, addRows(changed, 'equipment', [{ id: 'n', name: 'Lò' }]), NEW);
    expect(sources).toEqual({
      ...{ 'project.name': OLD, 'project.group': NEW, 'lines[l].trl': NEW },
      ...{ 'equipment[m].yearMade': OLD, 'equipment[n].name': NEW },
    });
    const emptied = withSources(BASE, changeRow(BASE, 'lines', 'l', 'trl', undefined), NEW);
    expect(Object.keys(emptied.sources)).toEqual(['project.name', 'equipment[m].yearMade']);
    expect(withSources(BASE, BASE, NEW)).toBe(BASE);
  });

  it('goes with a row that is taken out, and comes back with it', () => {
    const ids = new Set(['m']);
    const removed = withSources(BASE, removeRows(BASE, 'equipment', ids), NEW);
    expect(standingSources(removed)).toEqual({ 'project.name': OLD, 'lines[l].trl': OLD });
    const stored = { ...removed, sources: standingSources(removed) };
    const back = withSources(stored, putRowsBack(stored, BASE, 'equipment', ids), NEW);
    expect(back.sources['equipment[m].yearMade']).toBe(OLD);
  });

  it('stays with what is stored as long as the new value cannot be saved', () => {
    const draft = withSources(BASE, changeRow(BASE, 'lines', 'l', 'trl', '7O'), NEW);
    const edited = next(startOf(BASE, 3), { type: 'edit', draft, at: 1 });
    const faults = [{ section: 'lines' as const, id: 'l', field: 'trl', code: 'no_number' }];
    expect(next(edited, { type: 'send', key: 'k', faults }).attempt?.facts).toMatchObject({
      lines: [{ trl: 7 }],
      sources: { 'lines[l].trl': OLD },
    });
  });

  it('is sent with the value, follows the API where nothing was said, and the side that is chosen', () => {
    const typed = withSources(BASE, changeRow(BASE, 'lines', 'l', 'trl', 8), NEW);
    const events = [
      { type: 'edit', draft: typed, at: 1 },
      { type: 'send', key: 'k', faults: [] },
    ] as const;
    const sent = events.reduce(next, startOf(BASE, 3));
    expect(Object.keys(sent.attempt?.facts ?? {})).toEqual(['lines', 'sources']);
    const server = withValue(
      typed,
      { section: 'sources', id: null, field: 'lines[l].trl' },
      { ...NEW, enteredBy: 'me' },
    );
    const after = next(sent, { type: 'stored', server, revision: 4, at: 2 });
    expect([after.phase, after.draft.sources]).toEqual(['saved', server.sources]);
    const other = withSources(BASE, changeRow(BASE, 'lines', 'l', 'trl', 9), { documentId: 'other' });
    expect(mergeDrafts(BASE, typed, other).clashes).toMatchObject([{ field: 'trl', mine: 8, theirs: 9 }]);
    const clash = next(next(startOf(BASE, 3), events[0]), {
      type: 'theirs',
      server: other,
      revision: 5,
      at: 3,
    });
    const chosen = next(clash, { type: 'choose', theirs: clash.conflict?.clashes ?? [], at: 4 });
    expect([chosen.phase, chosen.draft.sources['lines[l].trl']]).toEqual(['saved', { documentId: 'other' }]);
  });
});
