import { type Verdict } from '#contracts';

export interface TestTexts {
  title: string;
  met: string;
  breached: string;
}
/** Every text of screening in one language; `{name}` is filled from values. */
export interface Catalogue {
  verdicts: Record<Verdict, string>;
  tests: Record<string, TestTexts>;
  inconclusive: string;
  notApplicable: string;
  missing: string;
  /** What a finding misses beside facts, by the word before the first colon; `{of}` is what stands after the last. */
  missingKinds: Record<string, string>;
  unknown: string;
  wouldChange: string;
  /** Names of the fields of facts, for people who read findings. */
  fields: Record<string, string>;
  /** Names of the values that a finding reckons with, with their unit. */
  values: Record<string, string>;
  /** Where a technology stands on the lists, as a value of a finding. */
  listStatuses: Record<string, string>;
  notes: Record<string, string>;
  notices: Record<string, string>;
}
