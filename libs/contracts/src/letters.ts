import { type ConditionDraft, type Outcome, type ReturnReason } from './commands.js';
import { type CouncilDecisionContent, type CouncilMinutesContent } from './council-letters.js';
import { type Verification } from './law.js';
import { type ConsultationPosition } from './consultation.js';
import { type ScreeningMode, type Verdict } from './screening.js';

/** Kinds of papers that leave the department. */
export const LETTER_KINDS = [
  'receipt',
  'supplement_request',
  'clarification_request',
  'return_notice',
  'discontinuance',
  'intended_refusal',
  'decision',
  'recall_notice',
  'holding_reply',
  'council_decision',
  'council_minutes',
  'consultation_request',
  'determination',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
/** Kinds that tell a decision: signed by the decider, they fulfil the reply clocks and may be replaced in a later round. */
export const DECISION_LETTERS = ['decision', 'determination'] as const satisfies readonly LetterKind[];
export const isDecisionLetter = (kind: LetterKind): boolean =>
  (DECISION_LETTERS as readonly LetterKind[]).includes(kind);
/** Papers of a council: drafted by its own acts, and read inside the house and by its members only. */
export const COUNCIL_LETTER_KINDS = ['council_decision', 'council_minutes'] as const satisfies LetterKind[];
export const isCouncilLetter = (kind: LetterKind): kind is (typeof COUNCIL_LETTER_KINDS)[number] =>
  (COUNCIL_LETTER_KINDS as readonly string[]).includes(kind);
export const LETTER_STATUSES = ['draft', 'issued', 'void'] as const;
export type LetterStatus = (typeof LETTER_STATUSES)[number];
/** What an issued letter is worth today. */
export const LETTER_VALIDITIES = ['valid', 'under_review', 'confirmed', 'replaced', 'recalled'] as const;
export type LetterValidity = (typeof LETTER_VALIDITIES)[number];

/** A statement about the law as a letter prints it; `null`: written by the officer who answers for it. */
export interface BasisStatement {
  text: string;
  verification: Verification | null;
}
/** Who issues. `bodyCode` and `unitCode` make the symbol: `SKHCN-QLCN`. */
export interface LetterIssuer {
  governingBody: string;
  body: string;
  bodyCode: string;
  unitCode: string;
  place: string;
}
/** How the signer signs (NĐ 30/2020): in own right, KT. (vice for chief), TL. (by order), TM. (for a collective), TUQ. (by written mandate). */
export const SIGNING_CAPACITIES = ['own', 'KT', 'TL', 'TM', 'TUQ'] as const;
export type SigningCapacity = (typeof SIGNING_CAPACITIES)[number];
export interface LetterSigner {
  name: string;
  /** Position of the signer: `Phó Giám đốc`. */
  title: string;
  capacity: SigningCapacity;
  /** For whom, when not in own right: `Giám đốc`. */
  principal: string | null;
}
/** What a letter gets when it is issued; a draft has none. */
export interface LetterImprint {
  number: number;
  /** Civil date. */
  issuedOn: string;
  signedBy: LetterSigner;
}
/** A letter that somebody sent to us or that we sent before. */
export interface LetterReference {
  number: string;
  /** Civil date. */
  on: string;
  from: string | null;
}
/** What the department does on a dossier: gives its opinion, or appraises. A change follows the first decision. */
export type LetterAct = 'opinion' | 'appraisal';
export interface LetterSubjectMatter {
  projectName: string;
  investorName: string;
  procedureName: string;
  fileCode: string | null;
  /** Civil date of receipt. */
  receivedOn: string | null;
  /** The request of an agency, when it came that way. */
  request: LetterReference | null;
  /** Absent: an opinion. */
  act?: LetterAct;
  /** For a change of technology: the letter of approval that it changes. */
  changes?: LetterReference | null;
}
/** What every letter holds. Dates are civil, yyyy-MM-dd. */
export interface LetterFrame {
  issuer: LetterIssuer;
  mode: ScreeningMode;
  addressees: string[];
  /** Nơi nhận, beside the addressees. */
  recipients: string[];
  dossier: LetterSubjectMatter;
  legalBasis: BasisStatement[];
  imprint?: LetterImprint | null;
}
export interface LetterPaper {
  name: string;
  form: 'original' | 'copy' | 'electronic';
  count: number;
}
export interface LetterItem {
  what: string;
  basis: BasisStatement | null;
}
/** A finding in words and figures, rendered by the caller from codes and values. */
export interface LetterFinding {
  subject: string;
  test: string;
  basis: BasisStatement;
  /** The value that was found, with its unit. */
  found: string;
  limit: string;
  /** The smallest change that would change the verdict, or null when none would. */
  wouldChange: string | null;
}
export interface ReceiptData extends LetterFrame {
  applicant: { name: string; address: string | null; phone: string | null };
  papers: LetterPaper[];
  /** `HH:mm` on the day of receipt, where it was noted. */
  receivedAt: string | null;
  expectedOn: string | null;
  returnPlace: string;
  receivedBy: string;
  /** Where the file can be followed, and the secret for it; the secret is printed and never stored in the draft. */
  trackingAddress: string | null;
  trackingSecret?: string | null;
}
export interface SupplementRequestData extends LetterFrame {
  items: LetterItem[];
  replyBy: string;
  replyTo: string;
  /** The law's word that this may be asked once, and what follows from silence. */
  oneRequest: BasisStatement | null;
  ifSilent: BasisStatement | null;
}
export type ClarificationRequestData = SupplementRequestData;
export interface ReturnNoticeData extends LetterFrame {
  reason: ReturnReason;
  explanation: string;
  competentAuthority: string | null;
  items: LetterItem[];
  /** Whether the dossier had been accepted before (notice of return) or not (refusal to take it in). */
  accepted: boolean;
}
export interface DiscontinuanceData extends LetterFrame {
  requested: LetterReference | null;
  replyBy: string;
  basis: BasisStatement;
  /** How the work can begin again. */
  again: BasisStatement | null;
}
export interface IntendedRefusalData extends LetterFrame {
  grounds: string;
  findings: LetterFinding[];
  replyBy: string;
  replyTo: string;
  rightOfReply: BasisStatement | null;
  /** The notice is about a finding of outdated technology, not about an opinion. Absent: an opinion. */
  determines?: boolean;
}
/** The letter of an earlier round, with what a later letter makes of it. */
export interface EarlierReference extends LetterReference {
  effect: 'confirmed' | 'replaced' | 'recalled';
}
/** Notice that an issued letter is recalled after a complaint: who has it destroys or returns it and says so. */
export interface RecallNoticeData extends LetterFrame {
  recalled: LetterReference;
  /** The decision on the complaint, by number and day. */
  complaint: { decision: string; on: string } | null;
  basis: BasisStatement;
}
export interface DecisionData extends LetterFrame {
  outcome: Outcome;
  summary: string;
  reasons: string[];
  conditions: Pick<ConditionDraft, 'what' | 'deadlineOn' | 'proof' | 'responsible'>[];
  findings: LetterFinding[];
  councilConclusion: string | null;
  /** Why it comes after its day, where it does. */
  lateness: string | null;
  /** How it can be contested, from the law that is loaded. */
  remedies: BasisStatement | null;
  /** The decision of an earlier round that this one confirms, replaces or has recalled by a notice of its own. */
  earlier: EarlierReference | null;
}
/** A test that could not be concluded, with what is missing for it, in words. */
export interface OpenQuestion {
  subject: string;
  test: string;
  basis: BasisStatement;
  missing: string;
}
/**
 * What the department knows when most of its time to reply has gone. It says what was found and what is missing, never
 * what anybody thinks of it, and nobody of the house is named.
 */
export interface HoldingReplyData extends LetterFrame {
  /** The term within which the department replies. */
  term: { name: string; dueOn: string | null; basis: BasisStatement };
  /** What the law says of a reply that does not come, where it gives the silence an effect. */
  silence: BasisStatement | null;
  /** `current` false: the facts or the matches have changed since, so what it found is left out. */
  screening: { on: string; current: boolean; law: BasisStatement[]; lists: string[] } | null;
  findings: LetterFinding[];
  openQuestions: OpenQuestion[];
  /** Matches with a list that people have confirmed. */
  confirmedMatches: { line: string; list: string; entry: string }[];
  /** Agencies that were asked and have not answered. */
  consultations: { agency: string; askedOn: string }[];
  /** Since when the opinions of experts are awaited; who they are stays in the house. */
  expertsAskedOn: string | null;
  openRequest: {
    kind: 'supplement' | 'clarification' | 'refusal_notice';
    replyBy: string;
    items: string[];
  } | null;
  /** Matches with lists that people still have to decide. */
  undecidedMatches: number;
  /** When the reply is expected; null when that is not known yet. */
  expectedOn: string | null;
}
export interface CouncilDecisionData extends LetterFrame, CouncilDecisionContent {}
export interface CouncilMinutesData extends LetterFrame, CouncilMinutesContent {}
/** The question to an agency or body, with its basis and the time to answer. */
export interface ConsultationRequestData extends LetterFrame {
  question: string;
  basis: BasisStatement;
  /** What the law says about the time, where a term of the law runs; else null. */
  lawTerm: BasisStatement | null;
  /** The day by which the answer is asked where no term of the law runs; else null. */
  replyBy: string | null;
  replyTo: string;
  /** What is enclosed: facts, documents of the dossier by name. */
  enclosed: string[];
}
/** A paper that proves a value: number and body where they were stated. */
export interface LetterProof {
  kind: string;
  number: string | null;
  issuedOn: string | null;
  body: string | null;
}
/** A test of a determination with its verdict and what proves the value. */
export interface DeterminationFinding extends LetterFinding {
  verdict: Verdict;
  /** Settled by a recorded look into the paper annex, where the list in force is not loaded. */
  lookedUp: boolean;
  proofs: LetterProof[];
}
export interface ConsultedParty {
  organisation: string;
  question: string;
  /** Null when nobody answered and the head closed the consultation on `closedOn`. */
  position: ConsultationPosition | null;
  answeredOn: string | null;
  closedOn: string | null;
}
export interface DeterminationData extends LetterFrame {
  outcome: Outcome;
  summary: string;
  reasons: string[];
  findings: DeterminationFinding[];
  consulted: ConsultedParty[];
  /** Why it comes after its day, where it does. */
  lateness: string | null;
  /** How it can be contested, from the law that is loaded. */
  remedies: BasisStatement | null;
  /** The determination of an earlier round that this one confirms, replaces or has recalled by a notice of its own. */
  earlier: EarlierReference | null;
}
export interface LetterDataOf {
  receipt: ReceiptData;
  supplement_request: SupplementRequestData;
  clarification_request: ClarificationRequestData;
  return_notice: ReturnNoticeData;
  discontinuance: DiscontinuanceData;
  intended_refusal: IntendedRefusalData;
  decision: DecisionData;
  recall_notice: RecallNoticeData;
  holding_reply: HoldingReplyData;
  council_decision: CouncilDecisionData;
  council_minutes: CouncilMinutesData;
  consultation_request: ConsultationRequestData;
  determination: DeterminationData;
}
export type LetterData<Kind extends LetterKind = LetterKind> = LetterDataOf[Kind];
