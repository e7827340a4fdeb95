import { type Status } from '#contracts';
import { DETOUR_NAMES } from './detours.js';

/** What fits a status; elsewhere it would only be refused, which strangers try often enough. */
const REVIEW = [
  'clarification',
  'clarification',
  'notice',
  'extend',
  'otherLead',
  'tiedLead',
  'expert',
  'screenAgain',
  'concludeEarly',
  'concludeBoldly',
  'concludeSilently',
  'inHouse',
  'byExperts',
  'dissolve',
  'askAgency',
  'answerAgency',
  'closeSilent',
  'takeBack',
  'remind',
  'overturn',
  'secondOverturn',
  'secondAlone',
  'secondAlone',
  'confirmMatch',
  'rejectMatch',
  'withdrawMatch',
  'holdingReply',
  'issueAny',
  'conflictOfLead',
  'conflictOfHead',
  'refuseTask',
  'withdraw',
  'return',
  'notCompetent',
];
const OWNERS_TURN = ['newFacts', 'repairedMachine', 'vagueLine', 'extend', 'issueAny', 'supplement'];
const CLOSED = [
  'reopen',
  'issueAny',
  'proof',
  'proof',
  'acceptProof',
  'acceptProof',
  'rejectProof',
  'moveCondition',
];
const FITTING: Partial<Record<Status, readonly string[]>> = {
  draft: ['newFacts', 'repairedMachine', 'vagueLine'],
  submitted: [
    'supplement',
    'supplement',
    'supplement',
    'return',
    'notCompetent',
    'otherLead',
    'withdraw',
    'extend',
    'conflictOfHead',
  ],
  supplement_requested: OWNERS_TURN,
  accepted: [
    'otherLead',
    'tiedLead',
    'extend',
    'withdraw',
    'return',
    'notCompetent',
    'byExperts',
    'issueAny',
  ],
  under_review: REVIEW,
  screened: ['notice', 'tiedLead', 'otherLead', 'extend'],
  clarification_requested: OWNERS_TURN,
  refusal_notified: [...OWNERS_TURN, 'conflictOfLead'],
  concluded: [
    'sendBack',
    'endorseByConcluder',
    'endorseByLeader',
    'conflictOfLead',
    'conflictOfHead',
    'extend',
    'withdraw',
  ],
  endorsed: [
    'sendBack',
    'decideByEndorser',
    'decideByConcluder',
    'approveAnyway',
    'decideWithoutReason',
    'decideWithoutReason',
    'decideWithoutReason',
    'conflictOfHead',
    'conflictOfLead',
    'extend',
    'holdingReply',
    'withdraw',
  ],
  discontinued: ['lateAnswer', 'lateAnswer', 'issueAny'],
  approved: CLOSED,
  approved_with_conditions: CLOSED,
  refused: CLOSED,
};
/** Who has asked is often tempted to ask once more. */
const ASKING: Partial<Record<Status, string>> = { submitted: 'supplement', under_review: 'clarification' };

/** The detour that is meant by a name, where it fits the status; else one that does. */
export function fittingDetour(status: Status, which: string, hasAsked: boolean): string {
  const again = hasAsked && DETOUR_NAMES.indexOf(which) % 3 === 0 ? ASKING[status] : undefined;
  if (again) return again;
  const fitting = FITTING[status] ?? [];
  const index = DETOUR_NAMES.indexOf(which);
  return fitting.includes(which) || index < 0
    ? which
    : (fitting[index % Math.max(fitting.length, 1)] ?? which);
}
