/** How sure a legal fact is: text of the law read, press or firm summary, own reading, recollection. */
export const VERIFICATIONS = ['text_read', 'secondary', 'inference', 'memory'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

export interface Bilingual {
  vi: string;
  en: string;
}
export const PROCEDURES = ['opinion', 'appraisal', 'determination', 'reappraisal'] as const;
export type ProcedureId = (typeof PROCEDURES)[number];
export const CHANNELS = ['investor', 'requester'] as const;
export type Channel = (typeof CHANNELS)[number];
export const OUR_ROLES = ['lead', 'consulted', 'determining'] as const;
export type OurRole = (typeof OUR_ROLES)[number];
export const PROJECT_AUTHORITIES = [
  'national_assembly',
  'prime_minister',
  'province_chair',
  'zone_board',
  'agency_head',
] as const;
export type ProjectAuthority = (typeof PROJECT_AUTHORITIES)[number];

/** Attributes of a case on which clocks, checklists and rules may depend (`when:` in packs). */
export interface CaseAttributes {
  procedure: ProcedureId;
  channel: Channel;
  ourRole: OurRole;
  trigger: string;
  stage: 'policy' | 'decision' | null;
  authority: ProjectAuthority | null;
  environmentalGroup: string | null;
  projectGroup: string | null;
  capitalOrigin: string | null;
}
