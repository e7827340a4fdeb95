import { type NewProject } from '#contracts';
import { type DuplicateReason } from '../domain/duplicates.js';
import { type ImportField } from '../domain/import/columns/import-fields.js';
import { type ColumnMapping, type ColumnProposal } from '../domain/import/columns/mapping.js';
import { type RowFault } from '../domain/import/read-rows.js';
import { type AmountReading, type AmountUnit } from '../domain/import/values/read-amount.js';

export const IMPORT_STATES = [
  'uploaded',
  'previewed',
  'queued',
  'running',
  'finished',
  'cancelled',
  'failed',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
export const ROW_KINDS = [
  'new',
  'faulty',
  'duplicate_in_file',
  'duplicate_of_register',
  'unchanged',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export const ROW_DECISIONS = ['skip', 'import_as_new', 'update_existing'] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];
export const ROW_OUTCOMES = ['inserted', 'updated', 'skipped', 'faulty'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];
export type SkipReason = 'decided' | 'unchanged' | 'entered_meanwhile' | 'target_gone';

/** What a person chose for a list; columns from 0. */
export interface ImportSettings {
  sheet: string;
  headerRow: number;
  mapping: ColumnMapping;
  amount: Partial<AmountReading>;
}
/** A sheet of an uploaded list and what is proposed for it. */
export interface SheetLayout {
  name: string;
  hidden: boolean;
  rows: number;
  headerRow: number | null;
  columns: ColumnProposal[];
  unit: AmountUnit | 'other_currency' | null;
  /** What somebody of the authority chose for the same headings before; null when nobody did. */
  saved: Pick<ImportSettings, 'mapping' | 'amount'> | null;
  /** The first rows as they are read, the header among them: number and texts by column. */
  sample: { number: number; texts: string[] }[];
}
export interface ImportLayout {
  csv: { delimiter: string; encoding: string } | null;
  sheets: SheetLayout[];
}
/** What is done with duplicates on which nobody decided one by one. */
export interface Undecided {
  inFile: Exclude<RowDecision, 'update_existing'> | null;
  inRegister: RowDecision | null;
}
export interface ProjectImport {
  id: string;
  authorityId: string;
  state: ImportState;
  fileName: string;
  format: 'xlsx' | 'csv';
  size: number;
  sha256: string;
  storageKey: string;
  layout: ImportLayout;
  settings: ImportSettings | null;
  undecided: Undecided | null;
  total: number;
  done: number;
  inserted: number;
  updated: number;
  skipped: number;
  faulty: number;
  tries: number;
  lastError: string | null;
  uploadedBy: string;
  uploadedAt: Date;
  queuedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  undone: number | null;
  revision: number;
}
/** A project of the register that a row looks like. */
export interface RowDuplicate {
  projectId: string;
  reasons: DuplicateReason[];
  similarity: number;
  /** Of the project when it was compared: what was changed since is not overwritten. */
  revision: number;
}
/** A row as it is stored by a preview. */
export interface ImportRow {
  number: number;
  kind: RowKind;
  hidden: boolean;
  /** Of a faulty row, which is never brought in, what every project has may be null. */
  project: NewProject;
  written: Partial<Record<ImportField, string>>;
  faults: RowFault[];
  formulas: ImportField[];
  firstNumber: number | null;
  duplicates: RowDuplicate[];
}
export interface StoredImportRow extends ImportRow {
  decision: RowDecision | null;
  targetId: string | null;
  outcome: RowOutcome | null;
  skipReason: SkipReason | null;
  projectId: string | null;
}
