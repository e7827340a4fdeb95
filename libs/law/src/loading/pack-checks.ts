import { weekday } from '#kernel';
import { type CalendarRow, type PackFault, type Validity } from '../pack.types.js';
import { type Check, type Places } from './pack-content.js';
import { councilsBindByMoreThanMemory, councilSharesArePossible } from './council-checks.js';
import { proceduresFindTheirClocks, proceduresWhereAllowed } from './procedure-checks.js';

function duplicates<T extends object>(
  items: T[],
  keysOf: (item: T) => string[],
  places: Places,
): PackFault[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const repeated = keysOf(item).filter((key) => seen.has(key));
    keysOf(item).forEach((key) => seen.add(key));
    return repeated.slice(0, 1).map((key) => places.fault(item, 'duplicate_id', `${key} stands twice`));
  });
}

const idsUnique: Check = (manifest, content, places) => [
  ...duplicates(content.clocks, (clock) => [clock.id], places),
  ...duplicates(content.rules, (rule) => [rule.id], places),
  ...duplicates(content.listVersions, (version) => [version.id], places),
  ...duplicates(content.listRows, (row) => [`${row.versionId} ${row.list} ${row.code}`], places),
  ...duplicates(content.criteria, (sheet) => [sheet.id], places),
  ...duplicates(content.councils, (rules) => [...rules.procedures], places),
  ...content.criteria.flatMap((sheet) => {
    sheet.criteria.forEach((one) =>
      places.set(one, `criteria/${sheet.id}.yaml`, `/criteria/${sheet.criteria.indexOf(one)}`),
    );
    return duplicates(sheet.criteria, (criterion) => [criterion.code], places);
  }),
  ...duplicates(
    content.checklist,
    (item) =>
      item.stages.flatMap((stage) =>
        item.channels.flatMap((channel) =>
          item.procedures.map(
            (procedure) => `${item.code} ${stage} ${channel} ${procedure} ${item.validFrom ?? ''}`,
          ),
        ),
      ),
    places,
  ),
  ...duplicates(content.calendar, (row) => [row.date], places),
  ...duplicates(content.cases, (one) => [one.id], places),
  ...duplicates(manifest.missing, (part) => [part.code], places),
];

function validityFaults(item: Partial<Validity> & object, pack: Validity, places: Places): PackFault[] {
  const { validFrom, validTo } = item;
  if (validFrom === undefined || validTo === undefined) return [];
  if (validTo !== null && validTo < validFrom)
    return [places.fault(item, 'validity_order', `${validFrom} is after ${validTo}`, 'validTo')];
  if (validFrom < pack.validFrom)
    return [places.fault(item, 'validity_outside_pack', `the pack begins on ${pack.validFrom}`, 'validFrom')];
  if (pack.validTo !== null && (validTo === null || validTo > pack.validTo))
    return [places.fault(item, 'validity_outside_pack', `the pack ends on ${pack.validTo}`, 'validTo')];
  return [];
}
const validitiesFit: Check = (manifest, content, places) => {
  if (manifest.validTo !== null && manifest.validTo < manifest.validFrom)
    return [
      places.fault(
        manifest,
        'validity_order',
        `${manifest.validFrom} is after ${manifest.validTo}`,
        'validTo',
      ),
    ];
  const dated = [
    content.clocks,
    content.rules,
    content.listVersions,
    content.listRows,
    content.checklist,
    manifest.missing,
  ];
  return dated.flat().flatMap((item) => validityFaults(item, manifest, places));
};

const rowsMatchVersions: Check = (_manifest, content, places) =>
  content.listRows.flatMap((row) => {
    const version = content.listVersions.find((candidate) => candidate.id === row.versionId);
    if (version === undefined)
      return [places.fault(row, 'unknown_list_version', `${row.versionId} is not declared`, 'versionId')];
    if (!version.kinds.includes(row.list))
      return [
        places.fault(row, 'list_not_in_version', `${version.id} establishes no ${row.list} list`, 'list'),
      ];
    return version.loaded
      ? []
      : [places.fault(row, 'version_not_loaded', `${version.id} says loaded: false`, 'versionId')];
  });

/** What is only remembered is shown as a hint; it never acts, never silences, never refuses. */
const memoryNeverActs: Check = (_manifest, content, places) => [
  ...content.listRows
    .filter((row) => row.verification === 'memory' && row.state === 'active')
    .map((row) =>
      places.fault(row, 'memory_row_active', `${row.code} is from memory and must be a draft`, 'state'),
    ),
  ...content.clocks
    .filter((clock) => clock.verification === 'memory' && clock.onExpire === 'deemed_agreement')
    .map((clock) =>
      places.fault(clock, 'memory_with_legal_effect', `${clock.id} is from memory`, 'onExpire'),
    ),
];

const twoPeople: Check = (manifest, content, places) =>
  [manifest, ...content.calendar]
    .filter((entry) => entry.draftedBy === entry.publishedBy)
    .map((entry) =>
      places.fault(entry, 'same_drafter_and_publisher', `${entry.draftedBy} did both`, 'publishedBy'),
    );

const modelsExist: Check = (_manifest, content, places) =>
  content.rules
    .filter(({ model }) => model !== null && !content.models.some(({ id }) => id === model))
    .map((rule) => places.fault(rule, 'dangling_model', `screening/${rule.model}.json is missing`, 'model'));

const rulesAreLawful: Check = (_manifest, content, places) => [
  ...content.rules
    .filter((rule) => rule.basis.trim() === '')
    .map((rule) => places.fault(rule, 'basis_missing', `${rule.id} names no article`, 'basis')),
  ...content.rules
    .filter((rule) => rule.test === 'list.prohibited' && rule.curable !== 'none')
    .map((rule) =>
      places.fault(rule, 'prohibited_not_curable', 'no condition cures prohibited technology', 'curable'),
    ),
];

const clocksAreLawful: Check = (_manifest, content, places) => [
  ...content.clocks
    .filter((clock) => clock.onExpire === 'deemed_agreement' && clock.onExpireBasis === null)
    .map((clock) =>
      places.fault(clock, 'expiry_without_basis', `${clock.id} names no article`, 'onExpireBasis'),
    ),
  ...content.clocks
    .filter((clock) => clock.value === null && ['reply', 'internal_target'].includes(clock.purpose))
    .map((clock) => places.fault(clock, 'duration_missing', `${clock.id} needs a number of days`, 'value')),
];

function dayFaults(row: CalendarRow, pack: Validity, places: Places): PackFault[] {
  if (row.date < pack.validFrom || (pack.validTo !== null && row.date > pack.validTo))
    return [
      places.fault(
        row,
        'validity_outside_pack',
        `the pack covers ${pack.validFrom} to ${pack.validTo}`,
        'date',
      ),
    ];
  const weekend = weekday(row.date) > 5;
  const impossible = row.type === 'swap_work' ? !weekend : row.type !== 'holiday' && weekend;
  return impossible
    ? [places.fault(row, 'calendar_day_impossible', `${row.date} cannot be ${row.type}`, 'type')]
    : [];
}
const daysArePossible: Check = (manifest, content, places) =>
  content.calendar.flatMap((row) => dayFaults(row, manifest, places));

const CHECKS: Check[] = [
  idsUnique,
  validitiesFit,
  rowsMatchVersions,
  memoryNeverActs,
  twoPeople,
  modelsExist,
  rulesAreLawful,
  clocksAreLawful,
  councilsBindByMoreThanMemory,
  councilSharesArePossible,
  proceduresWhereAllowed,
  proceduresFindTheirClocks,
  daysArePossible,
];

/** Every fault that shows only when the files of a pack are seen together. */
export const crossFaults: Check = (manifest, content, places) =>
  CHECKS.flatMap((check) => check(manifest, content, places));
