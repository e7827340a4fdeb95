import { type EquipmentFacts, type Finding, type LineFacts, type MeasuredPct } from '#contracts';
import { hsRow, mayBeMachinery } from './hs-code.js';
import { intervalRow, vagueness } from './interval.js';
import { type Row } from './decision-engine.js';
import { capacityChanges, consumptionChanges, standardChanges } from './performance-changes.js';
import {
  type RuleContext,
  type RuleFamily,
  type RuleTest,
  type Subject,
  absentPaths,
  absentUnlessOne,
} from './rule-family.js';
import { standardsRow } from './standards.js';

type Tested = LineFacts & EquipmentFacts;
const itemOf = (subject: Subject): Tested => subject.item;
const capacityField = ({ kind }: Subject): 'actualCapacityPct' | 'remainingCapacityPct' =>
  kind === 'line' ? 'actualCapacityPct' : 'remainingCapacityPct';

type PctField = 'actualCapacityPct' | 'remainingCapacityPct' | 'efficiencyPct' | 'consumptionOverDesignPct';
const FIELDS = {
  standard: () => ['standards', 'standardResults'],
  capacity: (subject: Subject) => [capacityField(subject), 'efficiencyPct'],
  consumption: () => ['consumptionOverDesignPct'],
};
type Group = keyof typeof FIELDS;

/** Paths of the facts on which a test of the definition rests: `lines[a].actualCapacityPct`; none for the list test. */
export function provenBy({ test, subject }: Pick<Finding, 'test' | 'subject'>): string[] {
  const group = test.replace(/^outdated\./, '') as Group;
  if (!Object.hasOwn(FIELDS, group) || subject.kind === 'project') return [];
  const isLine = subject.kind === 'line';
  const fields = {
    standard: ['standards', 'standardResults'],
    capacity: [isLine ? 'actualCapacityPct' : 'remainingCapacityPct', 'efficiencyPct'],
    consumption: ['consumptionOverDesignPct'],
  }[group];
  return fields.map((field) => `${isLine ? 'lines' : 'equipment'}[${subject.id ?? ''}].${field}`);
}

/** The given fields of a test, and whether each may be used: in a determination only what a certificate proves. */
function givenFields(
  subject: Subject,
  group: Group,
  context: RuleContext,
): { field: string; path: string; usable: boolean }[] {
  const absent = new Set(absentPaths(subject, FIELDS[group](subject)));
  return FIELDS[group](subject)
    .map((field) => ({ field, path: `${subject.path}.${field}` }))
    .filter(({ path }) => !absent.has(path))
    .map(({ field, path }) => ({
      field,
      path,
      usable: !context.determines || isProven(subject, field, context),
    }));
}

/** A measured value whose uncertainty nobody stated cannot decide a determination, whatever paper covers it. */
function isProven(subject: Subject, field: string, context: RuleContext): boolean {
  const value = (subject.item as Record<string, unknown>)[field];
  if (isMeasured(value) && value.uncertainty === undefined) return false;
  return context.proofOf(`${subject.path}.${field}`).proven;
}
const isMeasured = (value: unknown): value is MeasuredPct =>
  typeof value === 'object' && value !== null && 'value' in value;

function usablePct(
  subject: Subject,
  group: Group,
  field: PctField,
  context: RuleContext,
): MeasuredPct | undefined {
  const given = givenFields(subject, group, context).find((entry) => entry.field === field);
  return given?.usable ? itemOf(subject)[field] : undefined;
}

function usableStandards(subject: Subject, context: RuleContext): Row {
  const usable = new Set(
    givenFields(subject, 'standard', context)
      .filter((entry) => entry.usable)
      .map(({ field }) => field),
  );
  const { standards, standardResults } = itemOf(subject);
  return standardsRow(
    usable.has('standards') ? standards : [],
    usable.has('standardResults') ? standardResults : [],
    standards,
  );
}

function flags(subject: Subject, context: RuleContext): Row {
  const groups = Object.keys(FIELDS) as Group[];
  return Object.fromEntries(
    groups.flatMap((group) => {
      const given = givenFields(subject, group, context);
      return [
        [`${group}HasData`, given.length > 0],
        [`${group}Unproven`, given.some(({ usable }) => !usable)],
      ];
    }),
  );
}

const row: RuleFamily['row'] = (subject, context) => ({
  subject: subject.kind,
  decides: context.determines,
  inLine: subject.kind === 'equipment' && subject.item.lineRef !== undefined,
  ...hsRow(itemOf(subject).hsCode),
  ...flags(subject, context),
  ...usableStandards(subject, context),
  ...intervalRow('capacity', usablePct(subject, 'capacity', capacityField(subject), context)),
  ...intervalRow('efficiency', usablePct(subject, 'capacity', 'efficiencyPct', context)),
  ...intervalRow('consumption', usablePct(subject, 'consumption', 'consumptionOverDesignPct', context)),
  listStatus: subject.kind === 'line' ? context.listStatusOf(subject.id).prohibited : 'unnamed',
});

const unproven = (subject: Subject, group: Group, context: RuleContext): string[] =>
  givenFields(subject, group, context)
    .filter(({ usable }) => !usable)
    .map(({ path }) => path);

function proofNotes(subject: Subject, group: Group, context: RuleContext): string[] {
  if (!context.determines) return [];
  return givenFields(subject, group, context).flatMap(({ field, path }) => {
    const value = (subject.item as Record<string, unknown>)[field];
    const vague = isMeasured(value) && value.uncertainty === undefined ? ['uncertainty_not_stated'] : [];
    return [...context.proofOf(path).notes, ...vague];
  });
}

/** Outside a determination a declared value is taken at its word, with a remark where its uncertainty is not stated. */
function declaredVagueness(subject: Subject, group: Group, context: RuleContext): string[] {
  if (context.determines || group === 'standard') return [];
  const given = givenFields(subject, group, context).map(({ field }) => itemOf(subject)[field as PctField]);
  return vagueness(...given);
}

const isOutsideScope = (subject: Subject): boolean =>
  subject.kind === 'equipment' &&
  (subject.item.lineRef !== undefined || !mayBeMachinery(subject.item.hsCode));

/** In a determination every test; elsewhere, as an analogy, only where there are operating data to compare. */
const concerns: RuleFamily['concerns'] = (subject, { group }, context) => {
  if (isOutsideScope(subject)) return false;
  if (group === 'list') return context.determines && subject.kind === 'line';
  return context.determines || givenFields(subject, group as Group, context).length > 0;
};

const test = (group: Group, changes: RuleTest['changes']): RuleTest => ({
  group,
  test: `outdated.${group}`,
  missing: (subject, context) => [
    ...(subject.kind === 'equipment' ? absentPaths(subject, ['hsCode']) : []),
    ...absentUnlessOne(subject, FIELDS[group](subject)),
    ...unproven(subject, group, context).map((path) => `evidence:inspection_certificate:${path}`),
  ],
  notes: (subject, context) => proofNotes(subject, group, context),
  remarks: (subject, context) => declaredVagueness(subject, group, context),
  ...(changes && { changes }),
});

/** The official test of outdated technology (NĐ 96/2026 art 28.15): decides term extensions, elsewhere an analogy. */
export const OUTDATED: RuleFamily = {
  model: 'outdated',
  appliesTo: ['line', 'equipment'],
  row,
  concerns,
  tests: [
    test('standard', standardChanges),
    test('capacity', (subject, current, values) => capacityChanges(subject, current, values['limitPct'])),
    test('consumption', (subject, current, values) =>
      consumptionChanges(subject, current, values['limitPct'])),
    { group: 'list', test: 'outdated.list', missing: (subject) => absentPaths(subject, ['technologyName']) },
  ],
};
