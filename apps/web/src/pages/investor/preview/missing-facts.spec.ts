import { expect, test } from '@jest/globals';
import { draftOf } from '../draft/draft.types.js';
import { leftToAppraiser, missingFacts, standingInWay } from './missing-facts.js';

test('what a finding misses leads to its field; annexes, rows that are gone and unknown fields are left out', () => {
  const draft = draftOf({ lines: [{ id: 'l-1' }], equipment: [{ id: 'm-1' }] });
  const missing = [
    ...['lines[l-1].oecdSites', 'equipment[m-1].standardResults', 'project.environmentalGroup'],
    ...['annex:QD-28-2022-relief', 'lines[gone].standards', 'lines[l-1].made_up'],
  ];
  expect(missingFacts(missing, draft)).toEqual([
    { task: 'lines', place: { section: 'lines', id: 'l-1', field: 'oecdSites' }, field: 'oecdSites' },
    {
      task: 'machinery',
      place: { section: 'equipment', id: 'm-1', field: 'standardResults' },
      field: 'standardResults',
    },
    {
      task: 'project',
      place: { section: 'project', id: null, field: 'environmentalGroup' },
      field: 'environmentalGroup',
    },
  ]);
});

test('what is breached stands before what cannot be concluded; the rest is left to the appraiser, and nothing that is counted to nobody', () => {
  const finding = (key: string, verdict: 'met' | 'breached' | 'inconclusive', analogy = false) => ({
    ...{ key, verdict, analogy },
    severity: verdict === 'breached' && !analogy ? ('blocking' as const) : ('review' as const),
  });
  const findings = [
    finding('open', 'inconclusive'),
    finding('old', 'breached'),
    finding('fine', 'met'),
    finding('like', 'inconclusive', true),
    finding('alike', 'breached', true),
  ];
  expect(standingInWay(findings).map(({ key }) => key)).toEqual(['old', 'open']);
  expect(leftToAppraiser(findings).map(({ key }) => key)).toEqual(['alike', 'like']);
});
