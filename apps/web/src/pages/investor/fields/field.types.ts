import {
  ACQUISITIONS,
  CAPITAL_ORIGINS,
  ENVIRONMENTAL_GROUPS,
  ITEM_CONDITIONS,
  LINE_RELIEFS,
  PROJECT_GROUPS,
  STAGES,
} from '#contracts';

/** How one fact is entered. Bounds are those of the API; it has the last word. */
export type FieldKind =
  | { kind: 'text'; max: number; form?: 'hs' | 'vsic' }
  | { kind: 'number'; min: number; max: number; decimals: number; grouped?: boolean }
  | { kind: 'choice'; values: readonly string[]; group: ChoiceGroup }
  | { kind: 'percentage' }
  | { kind: 'texts'; max: number }
  | { kind: 'flag' }
  | { kind: 'country' }
  | { kind: 'line' }
  | { kind: 'amount' }
  | { kind: 'results' }
  | { kind: 'sites' }
  | { kind: 'certificate' };
export type ChoiceGroup =
  'condition' | 'acquisition' | 'stage' | 'environmentalGroup' | 'group' | 'capitalOrigin' | 'usedLineRelief';
export type FieldName = keyof typeof FIELDS;

const text = (max: number): FieldKind => ({ kind: 'text', max });
const whole = (min: number, max: number, grouped = false): FieldKind => ({
  ...{ kind: 'number', min, max, decimals: 0, grouped },
});
const choice = (group: ChoiceGroup, values: readonly string[]): FieldKind => ({
  kind: 'choice',
  values,
  group,
});
const YEAR = whole(1800, 2200);
const MOST_VND = 1e15;

/** Every fact that the editor knows, by its name in the API. */
export const FIELDS = {
  name: text(300),
  projectName: text(500),
  stage: choice('stage', STAGES),
  sectorVsic: { kind: 'text', max: 6, form: 'vsic' },
  group: choice('group', PROJECT_GROUPS),
  environmentalGroup: choice('environmentalGroup', ENVIRONMENTAL_GROUPS),
  capitalVnd: whole(0, MOST_VND, true),
  capitalOrigin: choice('capitalOrigin', CAPITAL_ORIGINS),
  investorCountry: { kind: 'country' },
  communeCode: text(20),
  workClass: text(100),
  dependsOnTermExtension: { kind: 'flag' },
  technologyName: text(500),
  origin: text(100),
  condition: choice('condition', ITEM_CONDITIONS),
  acquisition: choice('acquisition', ACQUISITIONS),
  designCapacity: { kind: 'amount' },
  actualCapacityPct: { kind: 'percentage' },
  efficiencyPct: { kind: 'percentage' },
  consumptionOverDesignPct: { kind: 'percentage' },
  remainingCapacityPct: { kind: 'percentage' },
  standards: { kind: 'texts', max: 100 },
  usedLineRelief: choice('usedLineRelief', LINE_RELIEFS),
  trl: whole(1, 9),
  hsCode: { kind: 'text', max: 12, form: 'hs' },
  maker: text(300),
  country: { kind: 'country' },
  yearMade: YEAR,
  plannedArrivalYear: YEAR,
  lineRef: { kind: 'line' },
  standardResults: { kind: 'results' },
  oecdSites: { kind: 'sites' },
  certificate: { kind: 'certificate' },
} as const satisfies Record<string, FieldKind>;

export const PROJECT_FIELDS = [
  'name',
  'stage',
  'sectorVsic',
  'group',
  'environmentalGroup',
  'capitalVnd',
  'capitalOrigin',
  'investorCountry',
  'communeCode',
  'workClass',
  'dependsOnTermExtension',
] as const satisfies FieldName[];
export const LINE_FIELDS = [
  'name',
  'technologyName',
  'origin',
  'condition',
  'acquisition',
  'designCapacity',
  'actualCapacityPct',
  'efficiencyPct',
  'consumptionOverDesignPct',
  'standards',
  'standardResults',
  'oecdSites',
  'usedLineRelief',
  'trl',
] as const satisfies FieldName[];
/** Columns of the table of machines, in their order. */
export const MACHINE_COLUMNS = [
  'name',
  'hsCode',
  'condition',
  'acquisition',
  'yearMade',
  'plannedArrivalYear',
  'country',
  'maker',
  'lineRef',
] as const satisfies FieldName[];
/** Facts of a machine that matter for few and that a list of machines may hold. */
export const MACHINE_MEASURES = [
  'remainingCapacityPct',
  'efficiencyPct',
  'consumptionOverDesignPct',
  'standards',
] as const satisfies FieldName[];
/** Facts of a machine that stand below its row. */
export const MACHINE_DETAILS = [
  ...MACHINE_MEASURES,
  'standardResults',
  'certificate',
] as const satisfies FieldName[];

/** How a field of the project or of a row is entered. */
export const fieldKind = (name: FieldName): FieldKind => FIELDS[name];
