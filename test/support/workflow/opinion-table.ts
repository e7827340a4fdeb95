import { type CommandName, type Role, type Status } from '#contracts';
import { civilDate } from '#kernel';
import { type AnyCommand, type CaseFacts } from '#workflow';
import { aCase, aCommand, aScreening, PEOPLE, type PersonName, PROHIBITED, STAFF } from '../case-facts.js';

/** What a row of the table takes for granted. */
interface Given {
  facts?: Partial<CaseFacts>;
  command?: (name: CommandName) => AnyCommand;
}
const YESTERDAY = civilDate('2026-06-30');
const overdue = (purpose: string): Given => ({
  facts: { openClocks: [{ clockId: 'the-clock', purpose, dueOn: YESTERDAY, stopped: false }] },
  command: () => aCommand('deadline_passed', { clockId: 'the-clock' }),
});
/** Nobody can decide any more: every leader is in conflict, or those of the named roles are, with all who are not needed. */
const without = (...roles: Role[]): Given => ({
  facts: {
    conflictedUserIds: STAFF.filter((member) =>
      (roles.length === 0 ? ['leader' as const] : roles).some((role) => member.roles.includes(role)),
    ).map(({ id }) => id),
  },
  command: () => aCommand('return', { reason: 'not_competent', competentAuthority: 'Bộ' }),
});
export const GIVEN = {
  '': {},
  'a lead is assigned': { facts: { leadAppraiserId: PEOPLE.lead.id } },
  'of a lead': { command: () => aCommand('assign', { kind: 'lead' }) },
  'of an expert': { command: () => aCommand('assign', { kind: 'expert', assigneeId: 'expert-1' }) },
  'reply clock': overdue('reply'),
  'internal target': overdue('internal_target'),
  'supplement clock': overdue('supplement'),
  'clarification clock': overdue('clarification'),
  'refusal reply clock': overdue('refusal_reply'),
  'a finding blocks': { facts: { screening: aScreening({ blocking: [PROHIBITED] }) } },
  'a disagreement was concluded': {
    facts: { conclusion: { outcome: 'disagree_other', conditionsCure: [] } },
  },
  'nobody is left': without(),
  'no head is left': without('head'),
  'no head and no leader is left': without('head', 'leader'),
  'a head concluded': { facts: { concluderId: 'head-2', concluderRoles: ['head'], endorserId: null } },
} as const satisfies Record<string, Given>;

/**
 * The procedure `opinion` as a clerk reads it: from | command | to | who | given. Whoever is not named is refused.
 * `owner` is the investor or the requester of the dossier, or the clerk who entered it on their behalf.
 */
const TABLE = `
draft | submit | submitted | owner |

submitted | assign | same | head | of a lead
submitted | assign | same | head | of an expert
submitted | request_supplement | supplement_requested | clerk |
supplement_requested | resubmit | submitted | owner |
supplement_requested | deadline_passed | discontinued | system | supplement clock
discontinued | resubmit | submitted | clerk |
submitted | return | returned | clerk |
submitted | accept | accepted | clerk |

accepted | screen | under_review | appraiser, system | a lead is assigned
accepted | screen | screened | appraiser, system |
screened, under_review | screen | same | appraiser, system |
accepted | assign | accepted | head | of a lead
accepted | assign | accepted | head | of an expert
screened | assign | under_review | head | of a lead
screened | assign | screened | head | of an expert
under_review | assign | under_review | head | of a lead
under_review | assign | under_review | head | of an expert
accepted, screened, under_review | return | returned | head |
submitted | return | returned | head, clerk | nobody is left
concluded, endorsed | return | returned | head | nobody is left
accepted, screened, under_review, concluded, endorsed | return | returned | leader | no head is left
accepted, screened, under_review, concluded, endorsed | return | returned | clerk | no head and no leader is left

screened, under_review | notify_refusal | refusal_notified | head, leader | a finding blocks
refusal_notified | respond_to_refusal | under_review | owner |
refusal_notified | deadline_passed | under_review | system | refusal reply clock
under_review | request_clarification | clarification_requested | appraiser |
clarification_requested | clarify | under_review | owner |
clarification_requested | deadline_passed | under_review | system | clarification clock

under_review | conclude | concluded | lead |
concluded | send_back | under_review | head |
concluded | send_back | under_review | head, leader | a head concluded
concluded | endorse | endorsed | head |
concluded | endorse | endorsed | head, leader | a head concluded
endorsed | send_back | under_review | leader |
endorsed | approve | approved | leader |
endorsed | approve_with_conditions | approved_with_conditions | leader |
endorsed | refuse | refused | leader | a disagreement was concluded
approved, approved_with_conditions, refused | reopen | under_review | leader |

every open status after submit | withdraw | withdrawn | owner |
every open status after submit | extend_deadline | same | head |
every open status after submit | deadline_passed | same | system | reply clock
every open status after submit | deadline_passed | same | system | internal target
`;
export const OPEN_AFTER_SUBMIT: readonly Status[] = [
  'submitted',
  'supplement_requested',
  'accepted',
  'screened',
  'under_review',
  'clarification_requested',
  'refusal_notified',
  'concluded',
  'endorsed',
];
const WHO: Record<string, PersonName[]> = {
  owner: ['investor', 'requester', 'clerkOnBehalf'],
  clerk: ['clerk', 'clerkOnBehalf'],
  appraiser: ['appraiser', 'lead'],
  lead: ['lead'],
  head: ['head'],
  leader: ['leader', 'secondLeader'],
  system: ['system'],
};

export interface TableRow {
  from: Status;
  command: CommandName;
  to: Status;
  who: PersonName[];
  given: keyof typeof GIVEN;
}
const words = (cell: string | undefined): string[] => (cell ?? '').split(',').map((word) => word.trim());

function rowsOf(line: string): TableRow[] {
  const cells = line.split('|').map((cell) => cell.trim());
  const [from, command, to, who, given] = cells as [
    string,
    CommandName,
    Status | 'same',
    string,
    keyof typeof GIVEN,
  ];
  const statuses = from.startsWith('every') ? OPEN_AFTER_SUBMIT : (words(from) as Status[]);
  const people = words(who).flatMap((word) => WHO[word] ?? []);
  return statuses.map((status) => ({
    from: status,
    command,
    to: to === 'same' ? status : to,
    who: people,
    given,
  }));
}
export const ROWS: TableRow[] = TABLE.split('\n')
  .filter((line) => line.includes('|'))
  .flatMap(rowsOf);

/** Facts in which a row holds, for one actor. */
export const factsOf = ({ from, given }: TableRow, who: PersonName): CaseFacts =>
  aCase({ ...(GIVEN[given] as Given).facts, status: from, actor: PEOPLE[who] });
export const commandOf = ({ command, given }: TableRow): AnyCommand =>
  (GIVEN[given] as Given).command?.(command) ?? aCommand(command);
