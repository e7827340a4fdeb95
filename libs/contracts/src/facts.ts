/** The technology facts of a dossier (design section 7). Absent means unknown and is never zero. */
export const ITEM_CONDITIONS = ['new', 'used', 'operating'] as const;
export type ItemCondition = (typeof ITEM_CONDITIONS)[number];
export const ACQUISITIONS = ['imported', 'domestic'] as const;
export type Acquisition = (typeof ACQUISITIONS)[number];
export const STANDARD_FIELDS = ['safety', 'energy', 'environment'] as const;
export type StandardField = (typeof STANDARD_FIELDS)[number];
export const ENVIRONMENTAL_GROUPS = ['I', 'II', 'III', 'IV'] as const;
export const PROJECT_GROUPS = ['A', 'B', 'C'] as const;
export const STAGES = ['policy', 'decision'] as const;
export const CAPITAL_ORIGINS = ['state', 'domestic_private', 'fdi'] as const;
/** Most machines, and most lines, that the facts of one dossier hold. */
export const MOST_MACHINES = 2000;
export const MOST_LINES = 200;
export const LINE_RELIEFS = ['high_tech', 'special'] as const;

/** A measured or declared percentage; `uncertainty` is the half-width of its interval, in points. */
export interface MeasuredPct {
  value: number;
  uncertainty?: number;
}
export interface StandardResult {
  field: StandardField;
  kind: string;
  code?: string;
  result: 'met' | 'failed';
}
/** Where a value entered by the agency stands in the investor's papers. */
export interface FactSource {
  documentId: string;
  page?: number;
  /** Of a spreadsheet, as its program names it: `Sheet1!C7`. */
  cell?: string;
}
export interface ProjectFacts {
  name?: string;
  sectorVsic?: string;
  environmentalGroup?: (typeof ENVIRONMENTAL_GROUPS)[number];
  group?: (typeof PROJECT_GROUPS)[number];
  workClass?: string;
  capitalVnd?: number;
  capitalOrigin?: (typeof CAPITAL_ORIGINS)[number];
  investorCountry?: string;
  communeCode?: string;
  stage?: (typeof STAGES)[number];
  dependsOnTermExtension?: boolean;
}
interface Tested {
  condition?: ItemCondition;
  acquisition?: Acquisition;
  efficiencyPct?: MeasuredPct;
  consumptionOverDesignPct?: MeasuredPct;
  standards?: string[];
  standardResults?: StandardResult[];
}
export interface LineFacts extends Tested {
  id?: string;
  name?: string;
  technologyName?: string;
  origin?: string;
  designCapacity?: { value: number; unit: string };
  actualCapacityPct?: MeasuredPct;
  oecdSites?: { country: string; site: string }[];
  usedLineRelief?: (typeof LINE_RELIEFS)[number];
  trl?: number;
}
export interface EquipmentFacts extends Tested {
  id?: string;
  name?: string;
  hsCode?: string;
  maker?: string;
  country?: string;
  yearMade?: number;
  plannedArrivalYear?: number;
  lineRef?: string;
  remainingCapacityPct?: MeasuredPct;
  certificate?: { number: string; issuedOn: string; body: string };
}
export interface EvidenceFacts {
  id?: string;
  kind: string;
  documentId?: string;
  page?: number;
  /** Number of the paper and the body that issued it, as they stand on it. */
  number?: string;
  body?: string;
  issuedOn?: string;
  /** Paths of the facts it proves: `lines[<id>].actualCapacityPct`; index paths are resolved to ids when stored. */
  covers: string[];
  acceptedBy?: string;
  acceptedOn?: string;
}
export interface TechnologyFacts {
  project?: ProjectFacts;
  lines?: LineFacts[];
  equipment?: EquipmentFacts[];
  evidence?: EvidenceFacts[];
  /** Which checklist items (D1-D18) the dossier holds, by document. */
  papers?: { item: string; documentId?: string; note?: string }[];
  /** For values abstracted by the agency from paper: path of the fact -> page or cell it was read from. */
  sources?: Record<string, FactSource & { enteredBy?: string }>;
}

export const LIST_KINDS = ['prohibited', 'restricted', 'encouraged', 'strategic'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** The agency's decision on a list candidate; never part of the investor's facts. */
export interface Confirmation {
  lineId: string;
  list: ListKind;
  code: string;
  decision: 'confirmed' | 'rejected';
  reason?: string;
  /** Distinct people who stand behind it: one for restricted and encouraged, two for prohibited. */
  by: string[];
  at?: string;
}
