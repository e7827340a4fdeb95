import { type EquipmentFacts, type FindingSubject, type LineFacts } from '#contracts';
import { type CivilDate } from '#kernel';
import { type Row } from './decision-engine.js';
import { type ProofOf } from './evidence.js';

/** Where a line stands on a list, as far as people and loaded versions tell. */
export type ListStatus = 'prohibited' | 'restricted' | 'open' | 'not_loaded' | 'unnamed' | 'clear';
export interface LineListStatus {
  prohibited: ListStatus;
  restricted: ListStatus;
}
export interface RuleContext {
  receivedOn: CivilDate;
  /** The procedure decides on outdated technology (term extension); elsewhere the test is an analogy. */
  determines: boolean;
  proofOf: ProofOf;
  listStatusOf: (lineId: string) => LineListStatus;
}
export type Subject =
  | { kind: 'line'; id: string; path: string; item: LineFacts }
  | { kind: 'equipment'; id: string; path: string; item: EquipmentFacts };

export const subjectOf = ({ kind, id }: Subject): FindingSubject => ({ kind, id });

/** One fact set to another value, as a row of the same table: would the verdict change? */
export interface Change {
  path: string;
  to: number | string;
  row: Row;
}
/** One test of a family: which output group of the model answers it. */
export interface RuleTest {
  group: string;
  test: string;
  /** Paths of the facts that are unknown or unproven and matter to this test. */
  missing: (subject: Subject, context: RuleContext) => string[];
  /** Remarks on the proof or the certainty of the values, apart from those of the table. */
  notes?: (subject: Subject, context: RuleContext) => string[];
  /** Smallest changes of single facts that may change the verdict; the table is asked about each. */
  changes?: (subject: Subject, row: Row, values: Record<string, unknown>, context: RuleContext) => Change[];
  /** A pass can be lost by a change of plan (an arrival that slips), so changes are asked for then too. */
  changesWhenMet?: boolean;
}
/** The tests that one decision model answers. */
export interface RuleFamily {
  model: string;
  appliesTo: readonly Subject['kind'][];
  row: (subject: Subject, context: RuleContext) => Row;
  tests: readonly RuleTest[];
}

/** Paths of the named fields that are absent, or given as an empty list: both are unknown. */
export function absentPaths({ path, item }: Subject, fields: readonly string[]): string[] {
  const given = item as Record<string, unknown>;
  const isUnknown = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return fields.filter((field) => isUnknown(given[field])).map((field) => `${path}.${field}`);
}

/** As `absentPaths`, but one given field is enough. */
export function absentUnlessOne(subject: Subject, fields: readonly string[]): string[] {
  const absent = absentPaths(subject, fields);
  return absent.length === fields.length ? absent : [];
}
