import { type TechnologyFacts } from '#contracts';
import { technologyDifference } from './technology-difference.js';

const BEFORE: TechnologyFacts = {
  project: { name: 'Nhà máy gốm', stage: 'policy' },
  lines: [{ id: 'l1', name: 'Dây chuyền sấy', technologyName: 'sấy phun', origin: 'DE' }],
  equipment: [
    { id: 'm1', name: 'Máy ép', yearMade: 2020 },
    { id: 'm2', name: 'Lò nung' },
  ],
  papers: [{ item: 'D1' }],
};

describe('the difference of two technologies', () => {
  test('is none for the same lines in another order, with other papers and evidence', () => {
    const { papers: _papers, ...same } = BEFORE;
    const after = { ...same, equipment: [...(BEFORE.equipment ?? [])].reverse() };
    expect(technologyDifference(BEFORE, { ...after, evidence: [{ kind: 'catalogue', covers: [] }] })).toEqual(
      [],
    );
  });

  test('names fields of what stayed, and whole items that came or went', () => {
    const after: TechnologyFacts = {
      project: { name: 'Nhà máy gốm', stage: 'decision' },
      lines: [{ id: 'l1', name: 'Dây chuyền sấy', technologyName: 'sấy tầng sôi' }],
      equipment: [
        { id: 'm1', name: 'Máy ép', yearMade: 2024 },
        { id: 'm3', name: 'Máy nghiền' },
      ],
    };
    expect(technologyDifference(BEFORE, after)).toEqual([
      { path: 'equipment[m1].yearMade', before: 2020, after: 2024 },
      { path: 'equipment[m2]', before: { id: 'm2', name: 'Lò nung' } },
      { path: 'equipment[m3]', after: { id: 'm3', name: 'Máy nghiền' } },
      { path: 'lines[l1].origin', before: 'DE' },
      { path: 'lines[l1].technologyName', before: 'sấy phun', after: 'sấy tầng sôi' },
      { path: 'project.stage', before: 'policy', after: 'decision' },
    ]);
  });

  test('of a technology that was all there was shows the item as gone', () => {
    expect(technologyDifference({ lines: [{ id: 'l1' }] }, {})).toEqual([
      { path: 'lines[l1]', before: { id: 'l1' } },
    ]);
  });
});
