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
  /** Whether a rule is in force in the set; an option that is not loaded can be claimed by nobody. */
  isInForce: (ruleId: string) => boolean;
  /** Whether this id names a used line bought abroad. */
  isUsedImportedLine: (lineId: string) => boolean;
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
  /** Why the values do not decide, apart from the remarks of the table: told only while the verdict is open. */
  notes?: (subject: Subject, context: RuleContext) => string[];
  /** Remarks on the values themselves: told beside every verdict on a subject to which the test applies. */
  remarks?: (subject: Subject, context: RuleContext) => string[];
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
  /** Whether a test would surely concern the subject, asked on days on which no rule of the family is in force. */
  concerns: (subject: Subject, test: RuleTest, context: RuleContext) => boolean;
}

/** Lists of which an empty one is a declaration of none; an empty list of standards only says that none was named. */
const EMPTY_IS_NONE: readonly string[] = ['oecdSites'];

/** Paths of the named fields that are absent, or given as an empty list: both are unknown (but see `oecdSites`). */
export function absentPaths({ path, item }: Subject, fields: readonly string[]): string[] {
  const given = item as Record<string, unknown>;
  const isUnknown = (field: string, value: unknown) =>
    value === undefined || (Array.isArray(value) && value.length === 0 && !EMPTY_IS_NONE.includes(field));
  return fields.filter((field) => isUnknown(field, given[field])).map((field) => `${path}.${field}`);
}

/** Whether a line or machine is declared used and bought abroad (absent: bought abroad). */
export const isUsedImport = ({ condition, acquisition }: LineFacts | EquipmentFacts): boolean =>
  condition === 'used' && acquisition !== 'domestic';

/** As `absentPaths`, but one given field is enough. */
export function absentUnlessOne(subject: Subject, fields: readonly string[]): string[] {
  const absent = absentPaths(subject, fields);
  return absent.length === fields.length ? absent : [];
}
