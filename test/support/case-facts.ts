import { fileURLToPath } from 'node:url';
import {
  type CommandName,
  type CommandPayloads,
  type ProcedureId,
  type Relation,
  type Role,
} from '#contracts';
import { addDays, civilDate, daysBetween } from '#kernel';
import { loadAllPacks } from '#law';
import { type AnyCommand, type CaseFacts, type ProcedureDefinition, type StaffMember } from '#workflow';

export const TODAY = civilDate('2026-07-01');
export const NEXT_WEEK = civilDate('2026-07-08');

const PROCEDURES = loadAllPacks(fileURLToPath(new URL('../../libs/law/packs', import.meta.url))).flatMap(
  ({ manifest, procedures }) => procedures.map((one) => ({ pack: manifest.id.toLowerCase(), ...one })),
);
/** Every procedure of every shipped pack: the folder of the pack and the id. */
export const SHIPPED_PROCEDURES = PROCEDURES.map(({ pack, id }) => ({ pack, id }));
/** Those that follow the graph of `opinion`. */
export const LIKE_OPINION = SHIPPED_PROCEDURES.filter(({ id }) =>
  ['opinion', 'appraisal', 'reappraisal'].includes(id),
);
/** A procedure of a pack as it acts, with differences carried out; a copy that may be changed. */
export function procedureOfPack(pack: string, id: ProcedureId = 'opinion'): ProcedureDefinition {
  const found = PROCEDURES.find((one) => one.pack === pack && one.id === id);
  if (found === undefined) throw new Error(`${pack} has no procedure ${id}`);
  return structuredClone(found.definition) as ProcedureDefinition;
}

type ActorFacts = CaseFacts['actor'];
const person = (id: string, roles: Role[], relations: Relation[] = []): ActorFacts => ({
  id,
  kind: 'person',
  roles,
  relations,
});
/** One person for each party of a procedure. */
export const PEOPLE = {
  investor: person('investor-1', ['investor'], ['owner']),
  requester: person('requester-1', ['requester'], ['owner']),
  clerk: person('clerk-1', ['clerk']),
  clerkOnBehalf: person('clerk-2', ['clerk'], ['clerk_on_behalf']),
  appraiser: person('appraiser-2', ['appraiser']),
  lead: person('appraiser-1', ['appraiser'], ['lead_appraiser']),
  head: person('head-1', ['head']),
  leader: person('leader-1', ['leader']),
  secondLeader: person('leader-2', ['leader']),
  system: { id: 'system', kind: 'system', roles: [], relations: [] },
} as const satisfies Record<string, ActorFacts>;
export type PersonName = keyof typeof PEOPLE;

/** The appraising people of the authority: two or more for every step. */
export const STAFF: StaffMember[] = [
  { id: PEOPLE.lead.id, roles: ['appraiser'] },
  { id: PEOPLE.appraiser.id, roles: ['appraiser'] },
  { id: PEOPLE.head.id, roles: ['head'] },
  { id: 'head-2', roles: ['head', 'appraiser'] },
  { id: PEOPLE.leader.id, roles: ['leader'] },
  { id: PEOPLE.secondLeader.id, roles: ['leader'] },
];

const FACTS: CaseFacts = {
  actor: PEOPLE.investor,
  status: 'draft',
  round: 1,
  formalFaults: [],
  checklistMissing: [],
  supplementRequestsUsed: 0,
  extensionUsed: false,
  extendableClocks: [{ clockId: 'reply-clock', maxDays: 7, ours: true }],
  leadAppraiserId: null,
  leadDeclaration: 'no_conflict',
  conflictedUserIds: [],
  staff: STAFF,
  substituteAuthority: null,
  screening: { current: true, blocking: [], inconclusive: [], undecidedCandidates: [], uncheckedAnnexes: [] },
  opinionsOfRound: 1,
  failedCriteria: ['C3'],
  openConsultations: 0,
  consultations: { agencyAnswers: 0, bodyAnswers: 0, closedSilent: 0 },
  consultationForm: null,
  expertOpinionsOfRound: 0,
  council: 'none',
  councilOutcome: null,
  councilVoterIds: [],
  concluderId: PEOPLE.lead.id,
  concluderRoles: ['appraiser'],
  endorserId: PEOPLE.head.id,
  conclusion: { outcome: 'agree', conditionsCure: [] },
  discontinuanceIssued: false,
  reply: { dueOn: civilDate('2026-07-20'), overdue: false },
  workingDaysUntil: (day) => daysBetween(TODAY, day),
  minusWorkingDays: (day, days) => addDays(day, -days),
  today: TODAY,
  refusalNotified: false,
  openClocks: [],
};
/** Facts of a dossier in which nothing stands in the way; say only what matters. */
export const aCase = (given: Partial<CaseFacts> = {}): CaseFacts => ({ ...FACTS, ...given });
/** A screening without any remark; say only what matters. */
export const aScreening = (
  given: Partial<NonNullable<CaseFacts['screening']>> = {},
): NonNullable<CaseFacts['screening']> => ({
  current: true,
  blocking: [],
  inconclusive: [],
  undecidedCandidates: [],
  uncheckedAnnexes: [],
  ...given,
});
export const PROHIBITED = {
  key: 'list.prohibited:line-1',
  ruleId: 'list.prohibited',
  curable: 'none',
} as const;
export const OLD_MACHINE = { key: 'U-1:machine-1', ruleId: 'U-1', curable: 'by_condition' } as const;

const ITEM = { what: 'Catalogue of line 1', basis: 'NĐ 96/2026, Điều 6' };
export const A_CONDITION = {
  what: 'Replace machine 1',
  deadlineOn: '2026-12-31',
  proof: 'inspection certificate',
  responsible: 'the investor',
  cures: [OLD_MACHINE.key],
};
const PAYLOADS: CommandPayloads = {
  submit: {},
  assign: { assigneeId: PEOPLE.lead.id, kind: 'lead' },
  request_supplement: {
    items: [ITEM],
    replyBy: NEXT_WEEK,
    technicalCheck: { appraiserId: PEOPLE.appraiser.id, checkedOn: TODAY, questions: ['Which capacity?'] },
    headConsent: { headId: PEOPLE.head.id },
  },
  resubmit: { timelyProof: { documentId: 'document-1', answeredOn: TODAY } },
  deadline_passed: { clockId: 'reply-clock' },
  return: { reason: 'not_subject', explanation: 'Outside the scope of the law.' },
  accept: {},
  screen: {},
  notify_refusal: { grounds: 'Prohibited technology.', replyBy: NEXT_WEEK, findingKeys: [PROHIBITED.key] },
  respond_to_refusal: { response: 'We disagree.' },
  request_clarification: { items: [ITEM], replyBy: NEXT_WEEK, headConsent: { headId: PEOPLE.head.id } },
  clarify: { answers: ['The capacity is 90 %.'] },
  conclude: { outcome: 'agree', summary: 'Modern line.', reasons: ['R1'], inconclusive: [], conditions: [] },
  send_back: { reason: 'Say more about line 1.' },
  endorse: {},
  approve: {},
  approve_with_conditions: { conditions: [A_CONDITION] },
  refuse: { reasons: 'Criterion 3 is not met.', failedCriteria: ['C3'] },
  withdraw: {},
  extend_deadline: { clockId: 'reply-clock', days: 5, reason: 'Complex lines.' },
  reopen: { complaintDecision: 'Decision 12', decidedOn: TODAY },
};
/** A command with a payload that passes; say only what matters. */
export const aCommand = <Name extends CommandName>(
  name: Name,
  given: Partial<CommandPayloads[Name]> = {},
): AnyCommand => ({ name, payload: { ...PAYLOADS[name], ...given } }) as AnyCommand;
