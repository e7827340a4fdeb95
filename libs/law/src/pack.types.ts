import {
  type Bilingual,
  type CaseAttributes,
  type CouncilMode,
  type ListKind,
  type ProcedureId,
  type Share,
  type Verification,
} from '#contracts';
import { type CivilDate } from '#kernel';

/** A validity: first and last day, both inclusive; `null` = still in force. */
export interface Validity {
  validFrom: CivilDate;
  validTo: CivilDate | null;
}
export interface Sourced {
  basis: string;
  verification: Verification;
}
/** Something that the pack knows to exist but could not load. */
export interface MissingPart {
  code: string;
  about: Bilingual;
  /** Notice that a law set carries while the gap lasts; without one the part is only listed (skeletons: `pack_incomplete`). */
  notice?: string;
  /** The days on which the gap matters; absent = the pack's own validity. */
  validFrom?: CivilDate;
  validTo?: CivilDate | null;
  /** Procedures that it touches; absent = all. */
  procedures?: ProcedureId[];
}
export interface PackManifest extends Validity {
  id: string;
  title: Bilingual;
  instruments: string[];
  verification: Verification;
  /** `law` acts by its validity; `reference` acts in demonstration mode only, on any day; `skeleton` never acts. */
  kind: 'law' | 'reference' | 'skeleton' | 'calendar';
  missing: MissingPart[];
  changeNote: string;
  draftedBy: string;
  publishedBy: string;
}
/** A list that an instrument establishes, loaded or not. */
export interface ListVersion extends Validity, Sourced {
  id: string;
  kinds: ListKind[];
  instrument: string;
  loaded: boolean;
}
export interface ListRow extends Validity {
  versionId: string;
  list: ListKind;
  code: string;
  officialNo: string | null;
  nameVi: string;
  nameEn: string;
  synonyms: string[];
  negativeTerms: string[];
  hsPrefixes: string[];
  vsicPrefixes: string[];
  hsVersion: string | null;
  direction: 'inbound' | 'outbound' | 'both';
  source: string;
  verification: Verification;
  /** `draft` rows (memory) are shown as hints and never block. */
  state: 'active' | 'draft';
}
/** `consultation`: the day of the letter that asks one agency or body; `last_reply`: of the last answer, or closing. */
export const CLOCK_STARTS = [
  'receipt',
  'valid_dossier',
  'request',
  'consultation',
  'last_reply',
  'event',
] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];
export const CLOCK_PURPOSES = [
  'reply',
  'internal_target',
  'supplement',
  'clarification',
  'refusal_reply',
  'others_duty',
  'intake',
  /** A statutory step of our own on the way to the reply. */
  'own_step',
  /** The round that a decision on a complaint began; that decision may name its day. */
  'new_round',
] as const;
export type ClockPurpose = (typeof CLOCK_PURPOSES)[number];
/** Conditions on case attributes: every named attribute must hold one of the values; `unknown` stands for null. */
export type When = Partial<Record<keyof CaseAttributes, string[]>>;
export interface ClockRule extends Validity, Sourced {
  id: string;
  name: Bilingual;
  purpose: ClockPurpose;
  procedures: ProcedureId[];
  /** `null` value: the date is given in the command (supplement, intended refusal). */
  value: number | null;
  unit: 'working_day' | 'day';
  start: ClockStart;
  when: When;
  /** Statuses that stop it, each with how sure that is. */
  stopsOn: ({ status: string } & Sourced)[];
  /** What silence or expiry means in law; `none` where the text gives no effect. */
  onExpire: 'deemed_agreement' | 'discontinue' | 'resume_review' | 'overdue' | 'none';
  onExpireBasis: string | null;
  extension: ({ max: 'same_length' | number; times: number } & Sourced) | null;
  /** Other reading of the start that must be computed and shown beside it. */
  alternativeStart: ClockStart | null;
  note: Bilingual | null;
}
/** Conditions on the technology facts under which an item becomes required. */
export const FACT_CONDITIONS = ['used_imported'] as const;
export type FactCondition = (typeof FACT_CONDITIONS)[number];
export interface ChecklistItem extends Sourced {
  code: string;
  name: Bilingual;
  stages: ('policy' | 'decision')[];
  /** `if_any` and an unmet `when` are asked for but never counted as missing. */
  required: 'always' | 'if_any' | 'when';
  when: When;
  /** Makes the item required whatever `required` says; absent = no such condition. */
  whenFacts?: FactCondition[];
  /** Absent only in data built by hand; the loader fills in the pack's validity. */
  validFrom?: CivilDate;
  validTo?: CivilDate | null;
  procedures: ProcedureId[];
  /** Channels that hand in the item; a request letter comes with the requester only. */
  channels: ('investor' | 'requester')[];
}
export interface Criterion extends Sourced {
  code: string;
  name: Bilingual;
  stages: ('policy' | 'decision')[];
  group: string | null;
}
export interface CriteriaSheet {
  id: string;
  title: Bilingual;
  procedures: ProcedureId[];
  criteria: Criterion[];
}
/** A rule about a council; `analogy`: made for another kind of council, and shown as such wherever it is used. */
export interface CouncilValue<Value> extends Sourced {
  value: Value;
  analogy: boolean;
  note: Bilingual | null;
}
/** What is usual for a council: told before it is established, never a reason to refuse. */
export interface CouncilAdvice extends Sourced {
  members: { from: number; to: number; odd: boolean };
  reviewers: number;
  secretary: boolean;
  presence: Share;
  chairOrViceChairPresent: boolean;
  reviewerPresent: boolean;
  note: Bilingual | null;
}
/** How an advisory council is made up, sits and votes. Shares are of the members who are not recused. */
export interface CouncilRules extends Sourced {
  id: string;
  title: Bilingual;
  procedures: ProcedureId[];
  minimumMembers: CouncilValue<number>;
  /** At least this share makes a session valid. */
  presence: CouncilValue<Share>;
  /** Whether a member who is represented by proxy counts as present. */
  proxiesCount: CouncilValue<boolean>;
  /** More than this share carries a motion. */
  majority: CouncilValue<Share>;
  /** At least this share carries the conclusion. */
  conclusion: CouncilValue<Share>;
  /** Whether the chair's own vote decides when the votes are equal. */
  chairBreaksTie: CouncilValue<boolean>;
  /** Whether that passes to the vice chair where the chair is recused or absent. */
  viceChairBreaksTie: CouncilValue<boolean>;
  modes: CouncilValue<CouncilMode[]>;
  secretaryVotes: CouncilValue<boolean>;
  /** Working days within which the council is to be established. */
  establishWithin: CouncilValue<number>;
  advice: CouncilAdvice;
}
export interface CalendarRow {
  date: CivilDate;
  type: 'holiday' | 'compensatory' | 'swap_off' | 'swap_work';
  appliesTo: 'all' | 'civil_servants';
  name: Bilingual;
  basis: string;
  verification: Verification;
  draftedBy: string;
  publishedBy: string;
}
export interface ProcedureSource {
  id: ProcedureId;
  version: string;
  file: string;
  /** XState machine config as data, see libs/workflow. */
  definition: unknown;
}
/** A decision model (JDM) for the rules engine. */
export interface DecisionModel {
  id: string;
  file: string;
  content: unknown;
}
/** Parameters of one screening rule that are law, not table: subject, severity, curable, article. */
export interface RuleMeta extends Validity, Sourced {
  id: string;
  test: string;
  name: Bilingual;
  /** Decision model of the same pack that carries out the test; null = the list matcher, or an option that is only shown. */
  model: string | null;
  curable: 'none' | 'by_condition';
  procedures: ProcedureId[];
  /** What the rule lists where it is a plain list: the environmental groups that need the opinion. */
  values?: string[];
}
export interface GoldenCase {
  id: string;
  file: string;
  note: string;
  input: unknown;
  expect: unknown;
}
export interface Pack {
  manifest: PackManifest;
  /** SHA-256 over the canonical JSON of everything below and the manifest. */
  digest: string;
  procedures: ProcedureSource[];
  models: DecisionModel[];
  rules: RuleMeta[];
  listVersions: ListVersion[];
  listRows: ListRow[];
  clocks: ClockRule[];
  checklist: ChecklistItem[];
  criteria: CriteriaSheet[];
  councils: CouncilRules[];
  calendar: CalendarRow[];
  cases: GoldenCase[];
}
/** One file of a pack folder; `path` is relative to the folder, with `/`. */
export interface PackFile {
  path: string;
  text: string;
}
/** One fault of a pack, precise enough to mend it. */
export interface PackFault {
  file: string;
  place: string;
  code: string;
  reason: string;
}
