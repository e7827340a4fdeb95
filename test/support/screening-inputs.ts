import { type Finding, type TechnologyFacts, type Verdict } from '#contracts';
import { type CivilDate } from '#kernel';
import { type ScreeningInput, screen } from '#screening';
import { lawSetFromPacks } from './law-set-from-packs.js';

export const ON = '2026-07-01' as CivilDate;
export const input = (
  facts: TechnologyFacts,
  more: Partial<ScreeningInput> & { procedure?: 'determination' } = {},
): ScreeningInput => {
  const { procedure = 'opinion', ...rest } = more;
  const mode = rest.mode ?? 'demonstration';
  return {
    lawSet: lawSetFromPacks(procedure, rest.receivedOn ?? ON, mode),
    mode,
    facts,
    confirmations: [],
    receivedOn: ON,
    ...rest,
  };
};
export const find = (findings: readonly Finding[], test: string): Finding => {
  const found = findings.find((finding) => finding.test === test);
  if (!found) throw new Error(`no finding of ${test}`);
  return found;
};
export const verdictOf = async (facts: TechnologyFacts, test: string, more = {}): Promise<Verdict> =>
  find((await screen(input(facts, more))).findings, test).verdict;

export const machine = (yearMade: number, plannedArrivalYear: number, hsCode: string): TechnologyFacts => ({
  equipment: [{ id: 'm', hsCode, condition: 'used', yearMade, plannedArrivalYear }],
});
export const usedLine = (rest: object): TechnologyFacts => ({
  lines: [{ id: 'l', condition: 'used', ...rest }],
});

export const FULL_MACHINE = {
  id: 'm',
  name: 'Máy',
  hsCode: '84771039',
  condition: 'used' as const,
  yearMade: 2020,
  plannedArrivalYear: 2026,
  standards: ['TCVN'],
  remainingCapacityPct: { value: 90, uncertainty: 0 },
  efficiencyPct: { value: 70, uncertainty: 0 },
};
export const FULL_LINE = {
  id: 'l',
  technologyName: 'sản xuất kính nổi',
  condition: 'used' as const,
  standards: ['QCVN'],
  actualCapacityPct: { value: 92, uncertainty: 0 },
  consumptionOverDesignPct: { value: 3, uncertainty: 0 },
  oecdSites: [
    { country: 'DE', site: 'A' },
    { country: 'JP', site: 'B' },
  ],
};
