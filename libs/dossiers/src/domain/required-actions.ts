import { DECIDED_STATUSES, type Role, type Status, STATUSES } from '#contracts';
import { type CivilDate } from '#kernel';

/** What a dossier may wait for. */
export const REQUIRED_ACTIONS = [
  'submit_dossier',
  'answer_supplement_request',
  'answer_clarification_request',
  'respond_to_intended_refusal',
  'answer_consultation',
  'check_completeness',
  'assign_appraiser',
  'declare_interest',
  'screen',
  'decide_candidates',
  'stand_beside_decision',
  'record_opinion',
  'record_expert_opinion',
  'conclude',
  'endorse',
  'decide',
  'sign_letter',
  'issue_letter',
] as const;
export type RequiredActionCode = (typeof REQUIRED_ACTIONS)[number];

/** Who is to act. */
export const ACTING_PARTIES = [
  'owner',
  'consulted',
  'invited',
  'clerk',
  'lead_appraiser',
  'expert',
  'second_person',
  'head',
  'leader',
] as const;
export type ActingParty = (typeof ACTING_PARTIES)[number];

/** What is asked of a dossier to know what it waits for; each has its question in SQL. */
export const ACTION_CONDITIONS = [
  'is_owner',
  'is_clerk_on_behalf',
  'has_lead',
  'lead_declared',
  'is_lead',
  'declaration_awaited',
  'is_invited',
  'lead_opinion_recorded',
  'expert_opinion_awaited',
  'own_opinion_awaited',
  'candidates_undecided',
  'second_person_awaited',
  'may_be_second',
  'concluded_by_me',
  'endorsed_by_me',
  'letter_drafted',
  'letter_to_sign',
  'consultation_open',
  'is_consulted',
] as const;
export type ActionCondition = (typeof ACTION_CONDITIONS)[number];

/** When something is to be done, and by whom. */
export interface ActionRule {
  code: RequiredActionCode;
  in: readonly Status[];
  when?: readonly ActionCondition[];
  unless?: readonly ActionCondition[];
  by: ActingParty;
  /** People of whom one of these is true may not be the ones, though their role could. */
  barred?: readonly ActionCondition[];
  due: 'dossier' | 'request' | 'consultation' | null;
  /** Whoever has this to do has something else to do as well: a filter by one's own work need not ask it. */
  implied?: true;
}

const SUBMITTED = STATUSES.filter((status) => status !== 'draft');
const IN_WORK: readonly Status[] = ['accepted', 'screened', 'under_review'];
const OPEN: readonly Status[] = [
  'submitted',
  'supplement_requested',
  ...IN_WORK,
  'clarification_requested',
  'refusal_notified',
  'concluded',
  'endorsed',
];
const JUDGED: readonly Status[] = ['screened', 'under_review', 'clarification_requested', 'refusal_notified'];

/** The one table of what is to be done: the list, the banner of a dossier and the filter by one's own work read it. */
export const ACTION_RULES: readonly ActionRule[] = [
  { code: 'submit_dossier', in: ['draft'], by: 'owner', due: null },
  { code: 'answer_supplement_request', in: ['supplement_requested'], by: 'owner', due: 'request' },
  { code: 'answer_clarification_request', in: ['clarification_requested'], by: 'owner', due: 'request' },
  { code: 'respond_to_intended_refusal', in: ['refusal_notified'], by: 'owner', due: 'request' },
  {
    code: 'answer_consultation',
    in: OPEN,
    when: ['consultation_open'],
    by: 'consulted',
    due: 'consultation',
  },
  { code: 'declare_interest', in: OPEN, when: ['declaration_awaited'], by: 'invited', due: 'dossier' },
  { code: 'check_completeness', in: ['submitted'], by: 'clerk', due: 'dossier' },
  { code: 'assign_appraiser', in: IN_WORK, unless: ['has_lead'], by: 'head', due: 'dossier' },
  { code: 'screen', in: ['accepted'], when: ['lead_declared'], by: 'lead_appraiser', due: 'dossier' },
  {
    code: 'decide_candidates',
    in: ['under_review'],
    when: ['lead_declared', 'candidates_undecided'],
    by: 'lead_appraiser',
    due: 'dossier',
    implied: true,
  },
  {
    code: 'stand_beside_decision',
    in: JUDGED,
    when: ['second_person_awaited'],
    by: 'second_person',
    due: 'dossier',
  },
  {
    code: 'record_opinion',
    in: ['under_review'],
    when: ['lead_declared'],
    unless: ['lead_opinion_recorded'],
    by: 'lead_appraiser',
    due: 'dossier',
  },
  {
    code: 'record_expert_opinion',
    in: ['under_review'],
    when: ['expert_opinion_awaited'],
    by: 'expert',
    due: 'dossier',
  },
  {
    code: 'conclude',
    in: ['under_review'],
    when: ['lead_declared', 'lead_opinion_recorded'],
    by: 'lead_appraiser',
    due: 'dossier',
  },
  { code: 'endorse', in: ['concluded'], by: 'head', barred: ['concluded_by_me'], due: 'dossier' },
  {
    code: 'decide',
    in: ['endorsed'],
    by: 'leader',
    barred: ['concluded_by_me', 'endorsed_by_me'],
    due: 'dossier',
  },
  { code: 'sign_letter', in: DECIDED_STATUSES, when: ['letter_to_sign'], by: 'leader', due: 'dossier' },
  { code: 'issue_letter', in: SUBMITTED, when: ['letter_drafted'], by: 'clerk', due: 'dossier' },
];

/** Of whom a party consists: the holders of a role, or those of whom one of the conditions is true. */
export const PARTY: Record<ActingParty, { roles?: readonly Role[]; any?: readonly ActionCondition[] }> = {
  owner: { any: ['is_owner', 'is_clerk_on_behalf'] },
  consulted: { any: ['is_consulted'] },
  invited: { any: ['is_invited'] },
  clerk: { roles: ['clerk'] },
  lead_appraiser: { any: ['is_lead'] },
  expert: { any: ['own_opinion_awaited'] },
  second_person: { roles: ['appraiser', 'head', 'leader'], any: ['may_be_second'] },
  head: { roles: ['head'] },
  leader: { roles: ['leader'] },
};

/** What is known of a dossier for one reader. */
export interface ActionFacts {
  status: Status;
  conditions: readonly ActionCondition[];
  dueOn: CivilDate | null;
  requestDueOn: CivilDate | null;
  consultationDueOn: CivilDate | null;
  /** How many candidates of the lists nobody decided, for the lead appraiser; the others are told that there are some. */
  candidates: number;
}
/** Something that is to be done with a dossier. */
export interface RequiredAction {
  code: RequiredActionCode;
  /** `me`: the reader; `owner`: the side of the investor or requester; `role`: somebody of `party`. */
  who: 'me' | 'owner' | 'role';
  party: ActingParty;
  dueOn: CivilDate | null;
  /** How many, where something is counted. */
  count: number | null;
}
/** Who reads. */
export interface ActionReader {
  roles: readonly Role[];
  /** Of the house: is also told what others have to do. */
  inside: boolean;
}

/** What is to be done with a dossier, the reader's own first; people outside the house are told their own only. */
export function requiredActions(facts: ActionFacts, reader: ActionReader): RequiredAction[] {
  const holds = (condition: ActionCondition) => facts.conditions.includes(condition);
  const actions = ACTION_RULES.filter((rule) => applies(rule, facts.status, holds)).map((rule) => {
    const who = whoOf(rule, reader, holds);
    const isCounted = rule.code === 'decide_candidates' && who === 'me';
    return {
      ...{ code: rule.code, who, party: rule.by, dueOn: dueOf(rule, facts) },
      count: isCounted ? facts.candidates : null,
    };
  });
  const mine = actions.filter(({ who }) => who === 'me');
  return reader.inside ? [...mine, ...actions.filter(({ who }) => who !== 'me')] : mine;
}

type Holds = (condition: ActionCondition) => boolean;
const applies = (rule: ActionRule, status: Status, holds: Holds): boolean =>
  rule.in.includes(status) && (rule.when ?? []).every(holds) && !(rule.unless ?? []).some(holds);

function whoOf(rule: ActionRule, reader: ActionReader, holds: Holds): RequiredAction['who'] {
  const { roles, any } = PARTY[rule.by];
  const ofRole = roles === undefined || roles.some((role) => reader.roles.includes(role));
  const isMine = ofRole && (any === undefined || any.some(holds)) && !(rule.barred ?? []).some(holds);
  if (isMine) return 'me';
  return rule.by === 'owner' ? 'owner' : 'role';
}

function dueOf({ due }: ActionRule, facts: ActionFacts): CivilDate | null {
  if (due === 'request') return facts.requestDueOn;
  if (due === 'consultation') return facts.consultationDueOn;
  return due === null ? null : facts.dueOn;
}
