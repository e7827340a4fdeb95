import { yearOf } from '#kernel';
import { type EquipmentFacts } from '#contracts';
import { hsRow, mayBeMachinery } from './hs-code.js';
import { type Row } from './decision-engine.js';
import { standardChanges } from './performance-changes.js';
import {
  type Change,
  type RuleContext,
  type RuleFamily,
  type Subject,
  absentPaths,
  absentUnlessOne,
  isUsedImport,
} from './rule-family.js';
import { standardsRow } from './standards.js';

const machineOf = (subject: Subject): EquipmentFacts => subject.item;

/** Age = year of planned arrival at the border - year made (QĐ 18/2019, art 3); `null` when one is unknown. */
function ageOf({ yearMade, plannedArrivalYear }: EquipmentFacts): number | null {
  return yearMade === undefined || plannedArrivalYear === undefined ? null : plannedArrivalYear - yearMade;
}

/** L-6 knows no age limit for used lines, and a machine of the line comes with it. */
const standsInUsedLine = ({ lineRef }: EquipmentFacts, context: RuleContext): boolean =>
  lineRef !== undefined && context.isInForce('L-6') && context.isUsedImportedLine(lineRef);

const row: RuleFamily['row'] = (subject, context) => {
  const machine = machineOf(subject);
  return {
    condition: machine.condition ?? 'unknown',
    acquisition: machine.acquisition ?? 'imported',
    ...hsRow(machine.hsCode),
    ageYears: ageOf(machine),
    inUsedLine: standsInUsedLine(machine, context),
    ...standardsRow(machine.standards, machine.standardResults),
  };
};

const olderBy = (current: Row, years: number): Row => ({ ...current, ageYears: years });

/** A younger machine, an earlier arrival (never one that is past), or the slip that would break a pass. */
function ageChanges(
  subject: Subject,
  current: Row,
  values: Record<string, unknown>,
  context: RuleContext,
): Change[] {
  const { yearMade, plannedArrivalYear } = machineOf(subject);
  const limit = values['limitYears'];
  if (yearMade === undefined || plannedArrivalYear === undefined || typeof limit !== 'number') return [];
  const slips = plannedArrivalYear - yearMade <= limit;
  const arrival = yearMade + limit + (slips ? 1 : 0);
  const younger = {
    path: `${subject.path}.yearMade`,
    to: plannedArrivalYear - limit,
    row: olderBy(current, limit),
  };
  const moved = {
    path: `${subject.path}.plannedArrivalYear`,
    to: arrival,
    row: olderBy(current, arrival - yearMade),
  };
  return [...(slips ? [] : [younger]), ...(arrival >= yearOf(context.receivedOn) ? [moved] : [])];
}

/** Used machinery bought abroad (QĐ 18/2019 art 6): age U-1, U-2 and standard U-3. */
export const USED_MACHINE: RuleFamily = {
  model: 'used-machine',
  appliesTo: ['equipment'],
  row,
  concerns: (subject, _test, { determines }) =>
    !determines && isUsedImport(subject.item) && mayBeMachinery(machineOf(subject).hsCode),
  tests: [
    {
      group: 'age',
      test: 'used.age',
      missing: (subject) => absentPaths(subject, ['condition', 'hsCode', 'yearMade', 'plannedArrivalYear']),
      changes: ageChanges,
      changesWhenMet: true,
    },
    {
      group: 'standard',
      test: 'used.standard',
      missing: (subject) => [
        ...absentPaths(subject, ['condition', 'hsCode']),
        ...absentUnlessOne(subject, ['standards', 'standardResults']),
      ],
      changes: standardChanges,
    },
  ],
};
