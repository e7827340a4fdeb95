import { type CommandName } from '#contracts';
import { isCivilDate } from '#kernel';
import { type CaseFacts } from '../workflow.types.js';
import { type GuardAnswer, isBlank, onFacts, onPayload, refusal } from './guard.types.js';

/** Working days that must remain for the decision after the reply to an intended refusal (design section 9). */
const DAYS_LEFT_FOR_DECISION = 2;

/** Latest day for the reply, or null when no statutory reply clock runs. */
const latestReplyDay = (facts: CaseFacts): string | null =>
  facts.reply?.dueOn ? facts.minusWorkingDays(facts.reply.dueOn, DAYS_LEFT_FOR_DECISION) : null;

/** The reply to an intended refusal is due after today and leaves two working days before the statutory date. */
export const timeForReply = onPayload(['notify_refusal'], (facts, payload): GuardAnswer => {
  const latest = latestReplyDay(facts);
  const { replyBy } = payload;
  const fits = isCivilDate(replyBy) && replyBy > facts.today && (latest === null || replyBy <= latest);
  return fits ? null : refusal('no_time_for_reply', { replyBy, today: facts.today, latest });
});

const extensionUnavailable = (facts: CaseFacts): GuardAnswer => {
  const isSpent = facts.extensionUsed && facts.extendableClocks.every(({ ours }) => ours);
  if (isSpent) return refusal('extension_unavailable', { reason: 'used' });
  return facts.extendableClocks.length === 0 ? refusal('extension_unavailable', { reason: 'none' }) : null;
};

/** The pack allows one extension of this clock, and one of all those of the dossier itself, no longer than it says (07/2017, art. 18; NĐ 217/2026, art. 37). */
export const extensionAvailable = onPayload(
  ['extend_deadline'],
  (facts, payload) => {
    const clock = facts.extendableClocks.find(({ clockId }) => clockId === payload.clockId);
    if (!clock) return refusal('extension_unavailable', { reason: 'clock', clockId: payload.clockId });
    if (clock.ours && facts.extensionUsed) return refusal('extension_unavailable', { reason: 'used' });
    const fits = Number.isInteger(payload.days) && payload.days >= 1 && payload.days <= clock.maxDays;
    return fits
      ? null
      : refusal('extension_unavailable', { reason: 'days', days: payload.days, max: clock.maxDays });
  },
  extensionUnavailable,
);

/** The clock runs and its day is over. A stopped clock never runs out (invariant 6). */
export const deadlineIsPast = onPayload(['deadline_passed'], (facts, payload): GuardAnswer => {
  const clock = facts.openClocks?.find(({ clockId }) => clockId === payload.clockId);
  if (!clock) return refusal('deadline_not_past', { reason: 'no_such_clock', clockId: payload.clockId });
  if (clock.stopped) return refusal('deadline_not_past', { reason: 'stopped', clockId: payload.clockId });
  const past = clock.dueOn !== null && clock.dueOn < facts.today;
  return past
    ? null
    : refusal('deadline_not_past', { reason: 'not_yet', dueOn: clock.dueOn, today: facts.today });
});

/** The owner's clock that an answer meets. */
const ANSWERED: Partial<Record<CommandName, string>> = {
  resubmit: 'supplement',
  clarify: 'clarification',
  respond_to_refusal: 'refusal_reply',
};

/** What was asked is answered by its last day, whether or not the worker has noted the end of it. */
export const answerInTime = onFacts(
  (facts, command): GuardAnswer => {
    const asked = facts.openClocks?.filter(({ purpose }) => purpose === ANSWERED[command]) ?? [];
    const over = asked.find(({ dueOn }) => dueOn !== null && dueOn < facts.today);
    return over ? refusal('answer_too_late', { dueOn: over.dueOn, today: facts.today }) : null;
  },
  ['resubmit', 'clarify', 'respond_to_refusal'],
);

/** A decision after the statutory date carries the leader's reason (invariant 11). */
export const afterDeadlineReason = onPayload(
  ['approve', 'approve_with_conditions', 'refuse'],
  (facts, payload) =>
    facts.reply?.overdue && isBlank(payload.afterDeadlineReason)
      ? refusal('after_deadline_reason_required', { dueOn: facts.reply.dueOn })
      : null,
);

/** A complaint was decided, on a day that is not in the future and not before the letter that it is about. */
export const complaintDecisionGiven = onPayload(
  ['reopen'],
  ({ today, decisionIssuedOn }, { complaintDecision, decidedOn }) => {
    const dated = isCivilDate(decidedOn) && decidedOn <= today;
    if (isBlank(complaintDecision) || !dated) return refusal('complaint_decision_missing', { decidedOn });
    const issuedOn = decisionIssuedOn ?? null;
    return issuedOn !== null && decidedOn < issuedOn
      ? refusal('complaint_decided_before_letter', { decidedOn, issuedOn })
      : null;
  },
);
