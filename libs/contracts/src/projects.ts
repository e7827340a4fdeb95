import { type CAPITAL_ORIGINS, type PROJECT_GROUPS } from './facts.js';
import { type ProjectAuthority } from './law.js';

/** Where a project of the register stands with its appraisal (ADR 0014). */
export const PROJECT_STANDINGS = ['none', 'in_hand', 'answered', 'not_subject', 'missed'] as const;
export type ProjectStanding = (typeof PROJECT_STANDINGS)[number];

/** How a project came into the register. */
export const PROJECT_SOURCES = ['manual', 'import', 'dossier'] as const;
export type ProjectSource = (typeof PROJECT_SOURCES)[number];

/** Why a project needs no opinion on its technology. */
export const EXEMPTION_REASONS = [
  'no_technology',
  'outside_law',
  'exempt_by_law',
  'before_start',
  'other',
] as const;
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number];

/** What the project authority decided in the end. */
export const FINAL_DECISION_KINDS = ['approved', 'refused', 'other'] as const;
export type FinalDecisionKind = (typeof FINAL_DECISION_KINDS)[number];

/** Whether our refusal was followed. */
export const FOLLOWED = ['followed', 'not_followed', 'no_decision_yet', 'not_applicable'] as const;
export type Followed = (typeof FOLLOWED)[number];

export const COVERAGE_GROUPINGS = [
  'month',
  'quarter',
  'year',
  'sector',
  'capitalOrigin',
  'commune',
  'authority',
] as const;
export type CoverageGrouping = (typeof COVERAGE_GROUPINGS)[number];

/** Which day of a project a period means. */
export const DATE_BASES = ['registered', 'decided'] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** Bytes of a list to import at most, as it is sent. Our own convention. */
export const IMPORT_FILE_BYTES = 20 * 1024 * 1024;

/** What is known of an investment project; null means unknown. Dates are civil, money is whole đồng. */
export interface NewProject {
  name: string;
  investorName: string;
  /** Ten digits, or with the three of a branch: `5709900011-001`. */
  investorTaxCode: string | null;
  projectAuthority: ProjectAuthority | null;
  /** Name of the agency that registered or decides, as its papers write it. */
  agencyName: string | null;
  /** `C`, `C2395` or `2395`. */
  sectorVsic: string | null;
  capitalVnd: number | null;
  capitalOrigin: (typeof CAPITAL_ORIGINS)[number] | null;
  /** ISO 3166, two letters. */
  investorCountry: string | null;
  /** Five digits of the administrative unit. */
  communeCode: string | null;
  projectGroup: (typeof PROJECT_GROUPS)[number] | null;
  registeredOn: string | null;
  policyDecidedOn: string | null;
  certificateNumber: string | null;
  certificateOn: string | null;
  /** Where this is known from, in words. */
  sourceText: string | null;
}
