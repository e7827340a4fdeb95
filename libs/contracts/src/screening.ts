import { type ListKind } from './facts.js';
import { type Verification } from './law.js';

export type Verdict = 'met' | 'breached' | 'inconclusive' | 'not_applicable';
export type Severity = 'blocking' | 'review' | 'info';
export type Curable = 'none' | 'by_condition';
export const SCREENING_MODES = ['official', 'demonstration'] as const;
export type ScreeningMode = (typeof SCREENING_MODES)[number];
export const TRIGGERS = [
  'restricted',
  'environment',
  'local_full_coverage',
  'term_extension',
  'technology_change',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export interface FindingSubject {
  kind: 'project' | 'line' | 'equipment';
  /** Stable id of the line or machine; null for the project. */
  id: string | null;
}
/** One test of one rule on one subject. Codes and values only: texts are rendered from catalogues. */
export interface Finding {
  /** Stable within a screening and across re-screenings of equal facts: `${ruleId}:${subject}`. */
  key: string;
  ruleId: string;
  subject: FindingSubject;
  test: string;
  verdict: Verdict;
  severity: Severity;
  curable: Curable;
  analogy: boolean;
  basis: string;
  verification: Verification;
  packId: string;
  values: Record<string, number | string | boolean | null>;
  /** What is missing for a verdict: paths of facts, or names of annexes and evidence. */
  missing: string[];
  /** Remarks by code, such as `declared_to_be_proven_at_import`, `certificate_expired`. */
  notes: string[];
  /** The smallest change of each fact that would change the verdict. */
  wouldChange: { path: string; to: number | string; becomes: Verdict }[];
}
export interface Candidate {
  lineId: string;
  list: ListKind;
  code: string;
  listVersion: string;
  nameVi: string;
  /** 0..1, at most 4 decimals. */
  score: number;
  method: 'name' | 'synonym' | 'hs' | 'vsic';
  verification: Verification;
  /** Whether the row can act in the mode of this screening, and if not why. */
  standing: 'acts' | 'advice';
  decision: 'open' | 'confirmed' | 'rejected' | 'awaiting_second_person';
  /** Version in force on the day that holds the same technology and wins; then this entry is advice. Absent = none. */
  supersededBy?: string;
}
export interface ScreeningNotice {
  code: string;
  params: Record<string, string>;
}
export interface ScreeningResult {
  mode: ScreeningMode;
  packDigests: Record<string, string>;
  factsDigest: string;
  engineVersion: string;
  trigger: Trigger;
  candidates: Candidate[];
  notices: ScreeningNotice[];
  blocking: boolean;
  findings: Finding[];
}
