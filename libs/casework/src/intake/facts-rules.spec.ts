import { describe, expect, it } from '@jest/globals';
import { type TechnologyFacts } from '#contracts';
import { factsDifference } from '#dossiers';
import { mergedFacts, unsourced, withAcceptances, withoutOutdatedSources } from './facts-rules.js';

const missing = (before: TechnologyFacts, after: TechnologyFacts) =>
  unsourced(factsDifference(before, after), after);
const page = { documentId: 'd', page: 3 };

describe('values entered by the agency need a source page', () => {
  it('for each field of a machine list that is entered for the first time', () => {
    const equipment = [{ id: 'M1', name: 'Máy xeo', yearMade: 2012 }];
    expect(missing({}, { equipment })).toEqual(['equipment[M1].name', 'equipment[M1].yearMade']);
    expect(missing({}, { equipment, sources: { 'equipment[M1].name': page } })).toEqual([
      'equipment[M1].yearMade',
    ]);
    expect(
      missing({}, { equipment, sources: { 'equipment[M1].name': page, 'equipment[M1].yearMade': page } }),
    ).toEqual([]);
  });

  it('for each field of one more machine, and for a value inside a field', () => {
    const before = {
      equipment: [{ id: 'M1', name: 'Máy xeo' }],
      lines: [{ id: 'L1', designCapacity: { value: 80, unit: 't' } }],
    };
    const after = {
      equipment: [...before.equipment, { id: 'M2', name: 'Lò hơi' }],
      lines: [{ id: 'L1', designCapacity: { value: 90, unit: 't' } }],
    };
    expect(missing(before, after)).toEqual(['equipment[M2].name', 'lines[L1].designCapacity.value']);
    expect(
      missing(before, {
        ...after,
        sources: { 'equipment[M2].name': page, 'lines[L1].designCapacity': page },
      }),
    ).toEqual([]);
  });

  it('for a project that was unknown before, and for nothing that went away', () => {
    expect(missing({}, { project: { name: 'Giấy' } })).toEqual(['project.name']);
    expect(missing({ project: { name: 'Giấy', group: 'B' } }, { project: { name: 'Giấy' } })).toEqual([]);
  });
});

describe('an acceptance of evidence', () => {
  const paper = { id: 'cert', kind: 'inspection_certificate', covers: ['lines[L1].actualCapacityPct'] };
  const accepted = { ...paper, acceptedBy: 'appraiser', acceptedOn: '2026-07-01' };
  const line = (value: number) => [{ id: 'L1', name: 'Lò', actualCapacityPct: { value } }];
  const before: TechnologyFacts = { lines: line(72), evidence: [accepted] };
  const after = (facts: TechnologyFacts) => withAcceptances(before, facts).evidence?.[0]?.acceptedBy;

  it('stays while paper and value stay, also where the owner leaves it out', () => {
    expect(after({ lines: line(72), evidence: [paper] })).toBe('appraiser');
    expect(after({ lines: [{ ...line(72)[0], name: 'Lò nung' }], evidence: [accepted] })).toBe('appraiser');
  });

  it('falls when the value that it proves changes, goes or moves to another line', () => {
    expect(after({ lines: line(95), evidence: [accepted] })).toBeUndefined();
    expect(after({ lines: [{ id: 'L1', name: 'Lò' }], evidence: [accepted] })).toBeUndefined();
    expect(after({ lines: [], evidence: [accepted] })).toBeUndefined();
  });

  it('falls when the paper changes', () => {
    expect(after({ lines: line(72), evidence: [{ ...paper, issuedOn: '2026-07-01' }] })).toBeUndefined();
  });
});

describe('where values were read', () => {
  const cell = (name: string) => ({ documentId: 'd', cell: `Sheet1!${name}` });
  const before: TechnologyFacts = {
    equipment: [
      { id: 'M1', name: 'Máy ép', yearMade: 2015 },
      { id: 'M2', name: 'Lò' },
    ],
    sources: {
      'equipment[M1].name': cell('B2'),
      'equipment[M1].yearMade': cell('C2'),
      'equipment[M2].name': cell('B3'),
    },
  };
  const places = ({ sources }: TechnologyFacts) => Object.keys(sources ?? {});

  it('goes with a machine that is taken out by somebody who names no sources', () => {
    const merged = mergedFacts(before, { equipment: [{ id: 'M1', name: 'Máy ép', yearMade: 2015 }] });
    expect(places(merged)).toEqual(['equipment[M1].name', 'equipment[M1].yearMade']);
    expect(places(mergedFacts(before, { papers: [] }))).toHaveLength(3);
  });

  it('goes with a value that says something else now, unless its place was named anew', () => {
    const mended = [{ id: 'M1', name: 'Máy ép', yearMade: 2016 }];
    const merged = mergedFacts(before, { equipment: mended });
    expect(places(withoutOutdatedSources(before, merged))).toEqual(['equipment[M1].name']);
    const named = { ...merged, sources: { 'equipment[M1].yearMade': cell('D2') } };
    expect(places(withoutOutdatedSources(before, named))).toEqual(['equipment[M1].yearMade']);
  });
});
