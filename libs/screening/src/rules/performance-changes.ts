import { type MeasuredPct } from '#contracts';
import { atSixDecimals, intervalRow } from './interval.js';
import { type Row } from './decision-engine.js';
import { type Change, type Subject } from './rule-family.js';

/** Fact field and name in the table of each percentage. */
const COLUMNS = {
  actualCapacityPct: 'capacity',
  remainingCapacityPct: 'capacity',
  efficiencyPct: 'efficiency',
  consumptionOverDesignPct: 'consumption',
} as const;
type PctField = keyof typeof COLUMNS;

const measuredOf = ({ item }: Subject, field: PctField): MeasuredPct | undefined =>
  (item as Partial<Record<PctField, MeasuredPct>>)[field];

/** A value that just reaches `limit` with its whole interval: from below (`atLeast`) or from above. */
function reaching(subject: Subject, row: Row, field: PctField, limit: number, atLeast: boolean): Change[] {
  const measured = measuredOf(subject, field);
  if (!measured) return [];
  const { uncertainty = 0 } = measured;
  const value = atSixDecimals(atLeast ? limit + uncertainty : limit - uncertainty);
  if (value < 0 || value === measured.value) return [];
  const changed = intervalRow(COLUMNS[field], { value, uncertainty });
  return [{ path: `${subject.path}.${field}`, to: value, row: { ...row, ...changed } }];
}

/** Changes that bring capacity or efficiency up to the limit. */
export const capacityChanges = (subject: Subject, row: Row, limit: unknown): Change[] =>
  typeof limit !== 'number'
    ? []
    : (['actualCapacityPct', 'remainingCapacityPct', 'efficiencyPct'] as const).flatMap((field) =>
        reaching(subject, row, field, limit, true),
      );

/** The change that brings consumption down to the limit. */
export const consumptionChanges = (subject: Subject, row: Row, limit: unknown): Change[] =>
  typeof limit === 'number' ? reaching(subject, row, 'consumptionOverDesignPct', limit, false) : [];

/** The change to a standard that every decision accepts. */
export const standardChanges = (subject: Subject, row: Row): Change[] => [
  { path: `${subject.path}.standards`, to: 'QCVN', row: { ...row, standards: ['QCVN'], results: [] } },
];
