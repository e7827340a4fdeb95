import { describe, expect, test } from '@jest/globals';
import { draftOf } from '../investor/draft/draft.types.js';
import { changesOf, intendedDraft, joinedDrafts, NOTHING_WRITTEN, type SeenDraft } from './draft-writing.js';

const OPENED: SeenDraft = {
  revision: 1,
  facts: draftOf({ project: { name: 'Nhà máy gốm' } }),
  sources: {},
  particulars: { number: '1/STC', on: '2026-07-06', receivedOn: '2026-07-07', investorOrgId: null },
};
const office = { id: 'o-1', kind: 'registration_agency', name: 'Sở Tài chính' } as never;
const intake = {
  ...{ number: '1/STC', on: '2026-07-06', receivedOn: '2026-07-07', projectName: 'Nhà máy gốm' },
  ...{ sender: office, investor: null, readName: { value: 'Nhà máy gốm', page: 1 } },
  list: {
    lines: [],
    equipment: [{ id: 'm-2', name: 'Máy ép' }],
    places: { 'equipment[m-2].name': 'Sheet1!B2' },
  },
};
const files = { letterId: 'letter', tableId: 'table' };
const mine = intendedDraft(intake, OPENED, files);

describe('what the intake writes into its draft', () => {
  test('is what was confirmed with where it was read, and nothing that stands there already', () => {
    expect(changesOf(OPENED, joinedDrafts(OPENED, mine, OPENED))).toEqual({
      facts: {
        equipment: [{ id: 'm-2', name: 'Máy ép' }],
        papers: [
          { item: 'D12', documentId: 'letter' },
          { item: 'D3', documentId: 'table' },
        ],
        sources: {
          'project.name': { documentId: 'letter', page: 1 },
          'equipment[m-2].name': { documentId: 'table', cell: 'Sheet1!B2' },
        },
      },
    });
    expect(changesOf({ ...OPENED, ...mine }, joinedDrafts(OPENED, mine, { ...OPENED, ...mine }))).toBeNull();
  });

  test('stands beside what was entered in the editor meanwhile', () => {
    const theirs = {
      ...OPENED,
      revision: 3,
      facts: draftOf({
        project: { name: 'Nhà máy gốm', stage: 'new' },
        lines: [{ id: 'l-x', name: 'Dây chuyền nung' }],
        papers: [{ item: 'D2' }],
      }),
    };
    const joined = joinedDrafts(OPENED, mine, theirs);
    const { facts = {} } = changesOf(theirs, joined) ?? {};
    expect(joined.facts.lines).toEqual([{ id: 'l-x', name: 'Dây chuyền nung' }]);
    expect(Object.keys(facts).sort()).toEqual(['equipment', 'papers', 'sources']);
    expect(joined.facts.papers.map(({ item }) => item)).toEqual(['D12', 'D3', 'D2']);
    expect(joined.kept).toBe(0);
  });

  test('leaves a value of somebody else where both changed it, without the page that does not say it', () => {
    const renamed = intendedDraft(
      {
        ...intake,
        number: '2/STC',
        projectName: 'Gốm Hồng Lam',
        readName: { value: 'Gốm Hồng Lam', page: 2 },
      },
      OPENED,
      files,
    );
    const theirs = {
      ...OPENED,
      facts: draftOf({ project: { name: 'Gốm Đông Triều' } }),
      particulars: { ...OPENED.particulars, number: '3/STC' },
    };
    const joined = joinedDrafts(OPENED, renamed, theirs);
    expect([joined.facts.project['name'], joined.particulars.number, joined.kept]).toEqual([
      ...['Gốm Đông Triều', '3/STC', 2],
    ]);
    expect(joined.sources['project.name']).toBeUndefined();
  });

  test('takes nothing of a draft for its own whose beginning is not known any more', () => {
    const theirs = { ...OPENED, facts: draftOf({ ...OPENED.facts, lines: [{ id: 'l-x' }] }) };
    const base = { ...theirs, ...NOTHING_WRITTEN };
    const joined = joinedDrafts(base, intendedDraft(intake, base, files), theirs);
    expect([joined.facts.lines, joined.kept]).toEqual([[{ id: 'l-x' }], 0]);
  });

  test('a corrected letter is sent with its particulars', () => {
    const corrected = intendedDraft({ ...intake, number: '9/STC' }, OPENED, files);
    expect(changesOf(OPENED, joinedDrafts(OPENED, corrected, OPENED))?.particulars).toEqual({
      incoming: { number: '9/STC', on: '2026-07-06', receivedOn: '2026-07-07' },
    });
  });
});
