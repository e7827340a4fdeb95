import {
  ACQUISITIONS,
  CAPITAL_ORIGINS,
  ENVIRONMENTAL_GROUPS,
  ITEM_CONDITIONS,
  LINE_RELIEFS,
  MOST_LINES,
  MOST_MACHINES,
  PROJECT_GROUPS,
  STAGES,
  STANDARD_FIELDS,
} from '#contracts';

/** Shape of one field of the facts. Bounds are those the rules engine is known to bear. */
export type FieldSchema =
  | { type: 'text'; max: number; pattern?: RegExp; rule?: string; textRule?: 'date' | 'hs' }
  | { type: 'number'; min: number; max: number; decimals: number }
  | { type: 'boolean' }
  | { type: 'enum'; values: readonly string[] }
  | { type: 'list'; of: FieldSchema; max: number }
  | { type: 'object'; fields: Record<string, FieldSchema>; required: readonly string[] }
  | { type: 'record'; of: FieldSchema; max: number };

const text = (max: number): FieldSchema => ({ type: 'text', max });
const matching = (max: number, pattern: RegExp, rule: string): FieldSchema => ({
  type: 'text',
  max,
  pattern,
  rule,
});
const number = (min: number, max: number, decimals = 6): FieldSchema => ({
  type: 'number',
  min,
  max,
  decimals,
});
const oneOf = (values: readonly string[]): FieldSchema => ({ type: 'enum', values });
const list = (of: FieldSchema, max: number): FieldSchema => ({ type: 'list', of, max });
const object = (fields: Record<string, FieldSchema>, required: string[] = []): FieldSchema => ({
  type: 'object',
  fields,
  required,
});

const flag: FieldSchema = { type: 'boolean' };
const date: FieldSchema = { type: 'text', max: 10, textRule: 'date' };
const id = matching(64, /^(?!\d+$)[A-Za-z0-9][A-Za-z0-9_-]*$/, 'bad_id');
const country = matching(2, /^[A-Z]{2}$/, 'bad_country');
const year = number(1800, 2200, 0);
const page = number(1, 100000, 0);
const percentage = object({ value: number(0, 1000), uncertainty: number(0, 1000) }, ['value']);

const tested = {
  condition: oneOf(ITEM_CONDITIONS),
  acquisition: oneOf(ACQUISITIONS),
  efficiencyPct: percentage,
  consumptionOverDesignPct: percentage,
  standards: list(text(100), 50),
  standardResults: list(
    object(
      { field: oneOf(STANDARD_FIELDS), kind: text(50), code: text(100), result: oneOf(['met', 'failed']) },
      ['field', 'kind', 'result'],
    ),
    200,
  ),
};
const project = object({
  name: text(500),
  sectorVsic: matching(6, /^[A-U]?\d{0,5}$/, 'bad_vsic'),
  environmentalGroup: oneOf(ENVIRONMENTAL_GROUPS),
  group: oneOf(PROJECT_GROUPS),
  workClass: text(100),
  capitalVnd: number(0, 1e15, 0),
  capitalOrigin: oneOf(CAPITAL_ORIGINS),
  investorCountry: country,
  communeCode: text(20),
  stage: oneOf(STAGES),
  dependsOnTermExtension: flag,
});
const line = object({
  ...tested,
  id,
  name: text(300),
  technologyName: text(500),
  origin: text(100),
  designCapacity: object({ value: number(0, 1e12), unit: text(50) }, ['value', 'unit']),
  actualCapacityPct: percentage,
  oecdSites: list(object({ country, site: text(300) }, ['country', 'site']), 100),
  usedLineRelief: oneOf(LINE_RELIEFS),
  trl: number(1, 9, 0),
});
const equipment = object({
  ...tested,
  id,
  name: text(300),
  hsCode: { type: 'text', max: 12, textRule: 'hs' },
  maker: text(300),
  country,
  yearMade: year,
  plannedArrivalYear: year,
  lineRef: text(64),
  remainingCapacityPct: percentage,
  certificate: object({ number: text(100), issuedOn: date, body: text(300) }, ['number', 'issuedOn', 'body']),
});
const evidence = object(
  {
    id,
    kind: text(100),
    documentId: text(100),
    page,
    number: text(100),
    body: text(300),
    issuedOn: date,
    covers: list(text(200), 500),
    acceptedBy: text(100),
    acceptedOn: date,
  },
  ['kind', 'covers'],
);

/** The shape of `facts` (design section 7). */
export const FACTS_SCHEMA = object({
  project,
  lines: list(line, MOST_LINES),
  equipment: list(equipment, MOST_MACHINES),
  evidence: list(evidence, 2000),
  papers: list(object({ item: text(20), documentId: text(100), note: text(1000) }, ['item']), 200),
  sources: {
    type: 'record',
    max: 20000,
    of: object({ documentId: text(100), page, cell: text(100), enteredBy: text(100) }, ['documentId']),
  },
});

const fieldsOf = (schema: FieldSchema): string[] =>
  schema.type === 'object' ? Object.keys(schema.fields) : [];
/** Names that may follow `project.`, `lines[…].` and `equipment[…].` in a path of a fact. */
export const FACT_FIELDS: Record<'project' | 'lines' | 'equipment', string[]> = {
  project: fieldsOf(project),
  lines: fieldsOf(line),
  equipment: fieldsOf(equipment),
};
