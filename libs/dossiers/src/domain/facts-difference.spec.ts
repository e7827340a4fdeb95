import { describe, expect, it } from '@jest/globals';
import { factsDifference } from './facts-difference.js';

describe('factsDifference', () => {
  const before = {
    project: { name: 'Nhà máy A', capitalVnd: 5 },
    equipment: [
      { id: 'm1', yearMade: 2010 },
      { id: 'm2', yearMade: 2020 },
    ],
  };

  it('is empty for equal facts, whatever the order of items with ids', () => {
    expect(factsDifference(before, { ...before, equipment: [...before.equipment] })).toEqual([]);
    expect(factsDifference(before, { ...before, equipment: [...before.equipment].reverse() })).toEqual([]);
  });

  it('names a changed value by the id of its machine', () => {
    const after = { ...before, equipment: [{ id: 'm1', yearMade: 2018 }, before.equipment[1]] };
    expect(factsDifference(before, after)).toEqual([
      { path: 'equipment[m1].yearMade', before: 2010, after: 2018 },
    ]);
  });

  it('shows what came and what went', () => {
    const after = { project: { name: 'Nhà máy A' }, equipment: [before.equipment[0], { id: 'm3' }] };
    expect(factsDifference(before, after)).toEqual([
      { path: 'equipment[m2]', before: { id: 'm2', yearMade: 2020 } },
      { path: 'equipment[m3]', after: { id: 'm3' } },
      { path: 'project.capitalVnd', before: 5 },
    ]);
  });
});
