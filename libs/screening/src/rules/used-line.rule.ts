import { type LineFacts } from '#contracts';
import { type Row } from './decision-engine.js';
import { intervalRow, vagueness } from './interval.js';
import { capacityChanges, consumptionChanges, standardChanges } from './performance-changes.js';
import {
  type Change,
  type LineListStatus,
  type ListStatus,
  type RuleContext,
  type RuleFamily,
  type RuleTest,
  type Subject,
  absentPaths,
  absentUnlessOne,
  isUsedImport,
} from './rule-family.js';
import { standardsRow } from './standards.js';

const lineOf = (subject: Subject): LineFacts => subject.item;

/**
 * Each site once, however often it is named. No list is unknown; an empty list is a declaration that there is no such
 * site (L-5), and an admission needs no proof.
 */
function distinctSites(sites: LineFacts['oecdSites']): { country: string; site: string }[] | null {
  if (!sites) return null;
  const keyOf = (site: string) => site.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
  const byKey = new Map(
    sites.map(({ country, site }) => [`${country}|${keyOf(site)}`, { country, site: keyOf(site) }]),
  );
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, site]) => site);
}

const STRONGEST: readonly ListStatus[] = [
  'prohibited',
  'restricted',
  'unnamed',
  'open',
  'not_loaded',
  'clear',
];
const onEitherList = ({ prohibited, restricted }: LineListStatus): ListStatus =>
  STRONGEST.find((status) => status === prohibited || status === restricted) ?? 'not_loaded';

/** QĐ 28/2022: before it no relief exists that could be claimed. */
const RELIEF_RULE = 'L-7';

const row: RuleFamily['row'] = (subject, context) => {
  const line = lineOf(subject);
  return {
    condition: line.condition ?? 'unknown',
    acquisition: line.acquisition ?? 'imported',
    relief: line.usedLineRelief !== undefined && context.isInForce(RELIEF_RULE),
    ...standardsRow(line.standards, line.standardResults),
    ...intervalRow('capacity', line.actualCapacityPct),
    ...intervalRow('efficiency', line.efficiencyPct),
    ...intervalRow('consumption', line.consumptionOverDesignPct),
    oecdSites: distinctSites(line.oecdSites),
    listStatus: onEitherList(context.listStatusOf(subject.id)),
  };
};

/** As many sites as the table asks for, in countries that are members for certain. */
function siteChanges(subject: Subject, current: Row, values: Record<string, unknown>): Change[] {
  const required = values['requiredSites'];
  if (typeof required !== 'number') return [];
  const sites = Array.from({ length: required }, (_, index) => ({
    country: 'JP',
    site: `site ${index + 1}`,
  }));
  return [{ path: `${subject.path}.oecdSites`, to: required, row: { ...current, oecdSites: sites } }];
}

/** A relief that was claimed before its rule came into force, and values without a stated uncertainty. */
function remarks(subject: Subject, fields: readonly string[], context: RuleContext): string[] {
  const line = lineOf(subject);
  const early = line.usedLineRelief !== undefined && !context.isInForce(RELIEF_RULE);
  const measured = MEASURED.filter((field) => fields.includes(field)).map((field) => line[field]);
  return [...(early ? ['relief_not_in_force'] : []), ...vagueness(...measured)];
}
const MEASURED = ['actualCapacityPct', 'efficiencyPct', 'consumptionOverDesignPct'] as const;

const test = (group: string, fields: readonly string[], changes?: RuleTest['changes']): RuleTest => ({
  group,
  test: `used.line.${group}`,
  missing: (subject) => [...absentPaths(subject, ['condition']), ...absentUnlessOne(subject, fields)],
  remarks: (subject, context) => remarks(subject, fields, context),
  ...(changes && { changes }),
});

/** A used line bought abroad (QĐ 18/2019 art 5): L-1 to L-5; a claimed relief (L-7) un-decides them. */
export const USED_LINE: RuleFamily = {
  model: 'used-line',
  appliesTo: ['line'],
  row,
  concerns: (subject, _test, { determines }) => !determines && isUsedImport(subject.item),
  tests: [
    test('standard', ['standards', 'standardResults'], standardChanges),
    test('capacity', ['actualCapacityPct', 'efficiencyPct'], (subject, current, values) =>
      capacityChanges(subject, current, values['limitPct']),
    ),
    test('consumption', ['consumptionOverDesignPct'], (subject, current, values) =>
      consumptionChanges(subject, current, values['limitPct']),
    ),
    test('lists', ['technologyName']),
    test('oecd_sites', ['oecdSites'], siteChanges),
  ],
};
