import {
  type CommandName,
  type ProcedureId,
  type PublicOutcome,
  type PublicStatus,
  type PublicStep,
  type PublicTurn,
  type Status,
} from '#contracts';

/** A status as it is told outside the house, as the public hears it. */
const STATUSES: Record<Status, PublicStatus> = {
  draft: 'in_progress',
  submitted: 'handed_in',
  supplement_requested: 'supplement_awaited',
  returned: 'returned',
  accepted: 'in_progress',
  screened: 'in_progress',
  under_review: 'in_progress',
  clarification_requested: 'explanation_awaited',
  refusal_notified: 'comment_awaited',
  concluded: 'in_progress',
  endorsed: 'in_progress',
  approved: 'answered',
  approved_with_conditions: 'answered',
  refused: 'answered',
  withdrawn: 'withdrawn',
  discontinued: 'ended',
};

/** The public status; a dossier that was reopened is worked on again. */
export function publicStatus(status: Status, round: number): PublicStatus {
  const told = STATUSES[status];
  return told === 'in_progress' && round > 1 ? 'in_progress_again' : told;
}

const YOURS: readonly PublicStatus[] = ['supplement_awaited', 'explanation_awaited', 'comment_awaited'];
const OVER: readonly PublicStatus[] = ['answered', 'returned', 'withdrawn', 'ended'];

/** Who has to act now; an agency only while nothing is asked of the owner. */
export function publicTurn(status: PublicStatus, agencyAsked: boolean): PublicTurn {
  if (YOURS.includes(status)) return 'you';
  if (OVER.includes(status)) return 'nobody';
  return agencyAsked ? 'other_agency' : 'department';
}

/** What the answer is, for a status whose letter has left; null before. */
export function publicOutcome(status: Status, procedureId: ProcedureId): PublicOutcome | null {
  const determines = procedureId === 'determination';
  if (status === 'approved') return determines ? 'not_outdated' : 'agreed';
  if (status === 'approved_with_conditions') return determines ? 'not_outdated' : 'agreed_with_conditions';
  if (status === 'refused') return determines ? 'outdated' : 'not_agreed';
  return null;
}

const STEPS: Partial<Record<CommandName, PublicStep>> = {
  submit: 'handed_in',
  accept: 'taken_in',
  request_supplement: 'supplement_asked',
  resubmit: 'supplement_received',
  request_clarification: 'explanation_asked',
  clarify: 'explanation_received',
  notify_refusal: 'comment_invited',
  respond_to_refusal: 'comment_received',
  extend_deadline: 'term_extended',
  approve: 'answered',
  approve_with_conditions: 'answered',
  refuse: 'answered',
  return: 'returned',
  withdraw: 'withdrawn',
  reopen: 'examined_again',
};

/** A step as the public hears of it; null for every step that is not on the list. */
export function publicStep(command: string, to: string | null): PublicStep | null {
  if (command === 'deadline_passed') return to === 'discontinued' ? 'ended' : null;
  return STEPS[command as CommandName] ?? null;
}
