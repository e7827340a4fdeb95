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
  unknown: string;
  wouldChange: string;
  /** Names of the fields of facts, for people who read findings. */
  fields: Record<string, string>;
  notes: Record<string, string>;
  notices: Record<string, string>;
}
