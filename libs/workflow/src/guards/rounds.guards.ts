import { type ConditionDraft, type EarlierLetter } from '#contracts';
import { isCivilDate } from '#kernel';
import { type AnyCommand, type CaseFacts, type EarlierDecision } from '../workflow.types.js';
import { type Guard, type GuardAnswer, onFacts, onPayload, refusal } from './guard.types.js';

/** A decision whose letter is still in the house binds nobody and is no matter of complaint. */
export const decisionIssued = onFacts(
  (facts) => (facts.decisionIssued === false ? refusal('decision_not_issued', { round: facts.round }) : null),
  ['reopen'],
);

/** The day that the decision on the complaint names, where it names one, lies in the future. */
export const reopeningReplyByValid = onPayload(['reopen'], ({ today }, { replyBy }) =>
  replyBy === undefined || (isCivilDate(replyBy) && replyBy > today)
    ? null
    : refusal('reply_date_not_in_future', { replyBy, today }),
);

const DECISIONS = ['approve', 'approve_with_conditions', 'refuse'] as const;
const KINDS = { approve: 'approved', approve_with_conditions: 'approved_with_conditions', refuse: 'refused' };

interface Settled {
  kind: string;
  conditions: readonly ConditionDraft[];
  earlierLetter: EarlierLetter | undefined;
}
function settledBy(command: AnyCommand): Settled | null {
  if (command.name !== 'approve' && command.name !== 'approve_with_conditions' && command.name !== 'refuse')
    return null;
  const conditions = command.name === 'approve_with_conditions' ? command.payload.conditions : [];
  return { kind: KINDS[command.name], conditions, earlierLetter: command.payload.earlierLetter };
}

/** What a letter tells of a condition; what it cures is the house's own. */
const told = ({ what, deadlineOn, proof, responsible }: ConditionDraft): string =>
  JSON.stringify([what.trim(), deadlineOn, proof.trim(), responsible.trim()]);

/** Whether a condition stands, word for word, in the decision that is under review. */
export const isOfEarlier = (
  condition: ConditionDraft,
  earlier: EarlierDecision | null | undefined,
): boolean => (earlier?.conditions ?? []).some((known) => told(known) === told(condition));

const allTold = (conditions: readonly ConditionDraft[]): string => JSON.stringify(conditions.map(told));
/** The same decision with the same conditions in the same order: the numbers of the earlier letter stay. */
const isSame = (settled: Settled, earlier: EarlierDecision): boolean =>
  settled.kind === earlier.kind && allTold(settled.conditions) === allTold(earlier.conditions);

/** Whether a decision is, with its conditions word for word, the one that is under review. */
export function repeatsDecision(command: AnyCommand, earlier: EarlierDecision): boolean {
  const settled = settledBy(command);
  return settled !== null && isSame(settled, earlier);
}

function letterFault({ earlierDecision }: CaseFacts, command: AnyCommand): GuardAnswer {
  const settled = settledBy(command);
  if (settled === null) return null;
  if (!earlierDecision)
    return settled.earlierLetter === undefined ? null : refusal('no_letter_under_review', {});
  if (settled.earlierLetter === undefined)
    return refusal('earlier_letter_unsettled', { earlier: earlierDecision.kind });
  return settled.earlierLetter === 'confirm' && !isSame(settled, earlierDecision)
    ? refusal('earlier_letter_differs', { earlier: earlierDecision.kind, now: settled.kind })
    : null;
}

/**
 * A decision after a complaint says what becomes of the letter that is under review: confirmed, which needs the same
 * decision with the same conditions, replaced or recalled; a first decision says nothing of the kind. Refuses
 * `earlier_letter_unsettled`, `earlier_letter_differs`, `no_letter_under_review`.
 */
export const earlierLetterSettled: Guard = {
  commands: DECISIONS,
  early: () => null,
  check: letterFault,
};

/**
 * While a letter is under review the dossier ends by a decision that settles it: it is neither withdrawn nor returned,
 * except to the authority that is to decide instead. Refuses `letter_under_review`.
 */
export const noLetterUnderReview: Guard = {
  commands: ['withdraw', 'return'],
  early: (facts, command) => (command === 'withdraw' ? underReview(facts) : null),
  check: (facts, command) =>
    command.name === 'return' && command.payload.reason === 'not_competent' ? null : underReview(facts),
};
const underReview = ({ earlierDecision, round }: CaseFacts): GuardAnswer =>
  earlierDecision ? refusal('letter_under_review', { round }) : null;
