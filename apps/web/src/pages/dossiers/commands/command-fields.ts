import { type CommandName, type Status } from '#contracts';
import { type CheckEntry, checkPayload } from './technical-check.js';

/** Where the choices of a field come from. */
export type ChoiceSource =
  | 'heads'
  | 'appraisers'
  | 'clocks'
  | 'assignKind'
  | 'returnReason'
  | 'outcome'
  | 'earlierLetter'
  | 'consultationForm';
type Kind =
  | { kind: 'text'; rows?: number }
  | { kind: 'date' | 'number' | 'lines' | 'people' }
  | { kind: 'choice'; from: ChoiceSource }
  /** What an uploaded file is, in the words of the API. */
  | { kind: 'document'; upload: 'complaint_decision' | 'proof_of_answer' }
  | { kind: 'items' | 'answers' | 'findings' | 'criteria' | 'inconclusive' | 'conditions' | 'check' };
/** `only`: asked in this status alone. */
export type CommandField = Kind & { name: string; required?: true; only?: Status };

const note: CommandField = { kind: 'text', name: 'note' };
const after: CommandField[] = [
  { kind: 'text', name: 'afterDeadlineReason' },
  { kind: 'choice', name: 'earlierLetter', from: 'earlierLetter' },
];
const asks: CommandField[] = [
  { kind: 'items', name: 'items', required: true },
  { kind: 'date', name: 'replyBy', required: true },
  { kind: 'choice', name: 'headId', from: 'heads', required: true },
  { kind: 'text', name: 'headNote' },
];

/** What each command asks of whoever gives it. */
export const COMMAND_FIELDS: Record<CommandName, readonly CommandField[]> = {
  submit: [],
  assign: [
    { kind: 'choice', name: 'kind', from: 'assignKind', required: true },
    { kind: 'people', name: 'assigneeId', required: true },
    { kind: 'date', name: 'dueOn' },
    { kind: 'text', name: 'reason' },
    { kind: 'choice', name: 'consultationForm', from: 'consultationForm' },
    { kind: 'text', name: 'consultationReason' },
  ],
  request_supplement: [...asks, { kind: 'check', name: 'technicalCheck', required: true }],
  resubmit: [
    { kind: 'answers', name: 'answers' },
    // After the discontinuance: that the answer came in time is proven by a document.
    { kind: 'document', name: 'proofDocumentId', upload: 'proof_of_answer', only: 'discontinued' },
    { kind: 'date', name: 'answeredOn', only: 'discontinued' },
  ],
  deadline_passed: [{ kind: 'choice', name: 'clockId', from: 'clocks', required: true }],
  return: [
    { kind: 'choice', name: 'reason', from: 'returnReason', required: true },
    { kind: 'text', name: 'explanation', rows: 4, required: true },
    { kind: 'text', name: 'competentAuthority' },
    { kind: 'items', name: 'items' },
  ],
  accept: [],
  screen: [],
  notify_refusal: [
    { kind: 'text', name: 'grounds', rows: 4, required: true },
    { kind: 'findings', name: 'findingKeys', required: true },
    { kind: 'date', name: 'replyBy', required: true },
  ],
  respond_to_refusal: [{ kind: 'text', name: 'response', rows: 6, required: true }],
  request_clarification: asks,
  clarify: [{ kind: 'answers', name: 'answers', required: true }],
  conclude: [
    { kind: 'choice', name: 'outcome', from: 'outcome', required: true },
    { kind: 'text', name: 'summary', rows: 5, required: true },
    { kind: 'lines', name: 'reasons' },
    { kind: 'findings', name: 'findingKeys' },
    { kind: 'criteria', name: 'failedCriteria' },
    { kind: 'inconclusive', name: 'inconclusive' },
    { kind: 'conditions', name: 'conditions' },
  ],
  send_back: [{ kind: 'text', name: 'reason', rows: 4, required: true }],
  endorse: [note],
  approve: [note, ...after],
  approve_with_conditions: [{ kind: 'conditions', name: 'conditions', required: true }, note, ...after],
  refuse: [
    { kind: 'text', name: 'reasons', rows: 5, required: true },
    { kind: 'findings', name: 'findingKeys' },
    { kind: 'criteria', name: 'failedCriteria' },
    { kind: 'text', name: 'councilConclusion' },
    ...after,
  ],
  withdraw: [{ kind: 'text', name: 'reason' }],
  extend_deadline: [
    { kind: 'choice', name: 'clockId', from: 'clocks', required: true },
    { kind: 'number', name: 'days', required: true },
    { kind: 'text', name: 'reason', required: true },
  ],
  reopen: [
    { kind: 'text', name: 'complaintDecision', rows: 3, required: true },
    { kind: 'document', name: 'documentId', upload: 'complaint_decision' },
    { kind: 'date', name: 'decidedOn', required: true },
    { kind: 'date', name: 'replyBy' },
  ],
};

export interface AskedItem {
  what: string;
  basis: string;
  /** Code of the checklist item that is meant. */
  about?: string;
}
export interface ConditionEntry {
  what: string;
  deadlineOn: string;
  proof: string;
  responsible: string;
  cures: string[];
}
export interface InconclusiveEntry {
  findingKey: string;
  /** Empty until somebody chose: nothing is taken for granted. */
  answer: '' | 'accepted_risk' | 'condition' | 'manual_check' | 'not_decisive';
  reason: string;
}
/** What was entered so far, by field. */
export type CommandValues = Record<
  string,
  string | string[] | AskedItem[] | ConditionEntry[] | InconclusiveEntry[] | CheckEntry
>;

const isBlank = (text: string) => text.trim() === '';

function valueOf({ kind }: CommandField, entered: CommandValues[string] | undefined): unknown {
  if (entered === undefined) return undefined;
  if (kind === 'number') return Number(entered);
  if (kind === 'lines')
    return String(entered as string)
      .split('\n')
      .filter((line) => !isBlank(line));
  if (kind === 'items') {
    const items = (entered as AskedItem[])
      .filter(({ what }) => !isBlank(what))
      .map(({ about = '', ...item }) => ({ ...item, ...(!isBlank(about) && { about }) }));
    return items.length === 0 ? undefined : items;
  }
  if (kind === 'check') return checkPayload(entered as CheckEntry);
  if (typeof entered === 'string') return isBlank(entered) ? undefined : entered;
  const picks = kind === 'findings' || kind === 'criteria';
  return picks && Array.isArray(entered) && entered.length === 0 ? undefined : entered;
}

/** The payload of a command from what was entered: what is empty is left out, and what belongs together gets its place. */
export function payloadOf(command: CommandName, values: CommandValues): Record<string, unknown> {
  const lists = command === 'conclude' ? { reasons: [], inconclusive: [], conditions: [] } : {};
  const entered = COMMAND_FIELDS[command]
    .map((field) => [field.name, valueOf(field, values[field.name])] as const)
    .filter(([, value]) => value !== undefined);
  return placed({ ...lists, ...Object.fromEntries(entered) });
}

function placed(flat: Record<string, unknown>): Record<string, unknown> {
  const { headId, headNote, proofDocumentId, answeredOn, consultationForm, consultationReason, ...payload } =
    flat;
  const proof = proofDocumentId ?? answeredOn;
  return {
    ...payload,
    ...(headId !== undefined && {
      headConsent: { headId, ...(headNote !== undefined && { note: headNote }) },
    }),
    ...(proof !== undefined && { timelyProof: { documentId: proofDocumentId, answeredOn } }),
    ...(consultationForm !== undefined && {
      consultation: { form: consultationForm, reason: consultationReason ?? '' },
    }),
  };
}

/** The names of required fields that are still empty, and of lists of answers in which one is missing. */
export const gapsOf = (command: CommandName, values: CommandValues): string[] =>
  COMMAND_FIELDS[command].filter((field) => isGap(field, values[field.name])).map(({ name }) => name);

function isGap(field: CommandField, entered: CommandValues[string] | undefined): boolean {
  if (field.kind === 'inconclusive') return ((entered ?? []) as InconclusiveEntry[]).some(isUnanswered);
  if (!field.required) return false;
  const value = valueOf(field, entered);
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

export const isUnanswered = ({ answer, reason }: InconclusiveEntry): boolean =>
  answer === '' || isBlank(reason);
