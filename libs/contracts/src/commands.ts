import { type ConsultationChoiceDraft } from './consultation.js';
import { type Status } from './status.js';

/** The commands of a dossier (design section 3). */
export const COMMANDS = [
  'submit',
  'assign',
  'request_supplement',
  'resubmit',
  'deadline_passed',
  'return',
  'accept',
  'screen',
  'notify_refusal',
  'respond_to_refusal',
  'request_clarification',
  'clarify',
  'conclude',
  'send_back',
  'endorse',
  'approve',
  'approve_with_conditions',
  'refuse',
  'withdraw',
  'extend_deadline',
  'reopen',
] as const;
export type CommandName = (typeof COMMANDS)[number];
export const isCommand = (word: string): word is CommandName =>
  (COMMANDS as readonly string[]).includes(word);

export const RETURN_REASONS = [
  'incomplete',
  'not_subject',
  'not_competent',
  'insufficient_grounds',
  'duplicate',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
export const OUTCOMES = [
  'agree',
  'agree_with_conditions',
  'disagree_prohibited',
  'disagree_outdated',
  'disagree_other',
] as const;
/** What a conclusion proposes (domain.md 7.5, outcomes of the opinion). */
export type Outcome = (typeof OUTCOMES)[number];

/** A condition of an approval: becomes a task to be proven. */
export interface ConditionDraft {
  what: string;
  deadlineOn: string;
  proof: string;
  responsible: string;
  /** Keys of findings that this condition cures. */
  cures?: string[];
}
export const INCONCLUSIVE_ANSWERS = ['accepted_risk', 'condition', 'manual_check', 'not_decisive'] as const;
/** What a decision after a complaint makes of the letter that is under review. */
export const EARLIER_LETTER = ['confirm', 'replace', 'recall'] as const;
export type EarlierLetter = (typeof EARLIER_LETTER)[number];
/** How an inconclusive finding is answered in the conclusion (invariant 10). */
export interface InconclusiveAnswer {
  findingKey: string;
  /** `not_decisive`: the disagreement rests on another finding, so that this one decides nothing. */
  answer: (typeof INCONCLUSIVE_ANSWERS)[number];
  reason: string;
}
export interface RequestedItem {
  what: string;
  basis: string;
  /** Checklist item or path of a fact, where one is meant. */
  about?: string;
}

/** The payload of each command, already validated when it reaches the core. Dates are civil, yyyy-MM-dd. */
export interface CommandPayloads {
  submit: Record<string, never>;
  assign: {
    assigneeId: string;
    kind: 'lead' | 'expert';
    dueOn?: string;
    reason?: string;
    /** The form of consultation, chosen in the same step. */
    consultation?: ConsultationChoiceDraft;
  };
  request_supplement: {
    items: RequestedItem[];
    replyBy: string;
    technicalCheck:
      { appraiserId: string; checkedOn: string; questions: string[] } | { skippedBecause: string };
    headConsent: { headId: string; note?: string };
  };
  resubmit: { answers?: string[]; timelyProof?: { documentId: string; answeredOn: string } };
  deadline_passed: { clockId: string };
  return: { reason: ReturnReason; explanation: string; competentAuthority?: string; items?: RequestedItem[] };
  accept: Record<string, never>;
  screen: Record<string, never>;
  notify_refusal: { grounds: string; replyBy: string; findingKeys: string[] };
  respond_to_refusal: { response: string };
  request_clarification: {
    items: RequestedItem[];
    replyBy: string;
    headConsent: { headId: string; note?: string };
  };
  clarify: { answers: string[] };
  conclude: {
    outcome: Outcome;
    summary: string;
    reasons: string[];
    inconclusive: InconclusiveAnswer[];
    conditions: ConditionDraft[];
    findingKeys?: string[];
    failedCriteria?: string[];
  };
  send_back: { reason: string };
  endorse: { note?: string };
  approve: { note?: string; afterDeadlineReason?: string; earlierLetter?: EarlierLetter };
  approve_with_conditions: {
    conditions: ConditionDraft[];
    note?: string;
    afterDeadlineReason?: string;
    earlierLetter?: EarlierLetter;
  };
  refuse: {
    reasons: string;
    findingKeys?: string[];
    failedCriteria?: string[];
    councilConclusion?: string;
    afterDeadlineReason?: string;
    earlierLetter?: EarlierLetter;
  };
  withdraw: { reason?: string };
  extend_deadline: { clockId: string; days: number; reason: string };
  reopen: {
    complaintDecision: string;
    documentId?: string;
    decidedOn: string;
    /** Day by which the decision on the complaint wants the new round to end. */
    replyBy?: string;
  };
}

/** What the log shows of one change. */
export interface TransitionView {
  step: number;
  command: CommandName;
  from: Status | null;
  to: Status;
  actorId: string | null;
  actorRole: string;
  at: string;
}
