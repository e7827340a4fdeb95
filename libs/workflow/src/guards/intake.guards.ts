import { isCivilDate } from '#kernel';
import { whoMayAct } from '../who-may-act/who-may-act.js';
import { type CaseFacts } from '../workflow.types.js';
import { type GuardAnswer, isBlank, onFacts, onPayload, refusal } from './guard.types.js';

const isFuture = (facts: CaseFacts, day: string): boolean => isCivilDate(day) && day > facts.today;
const isPastOrToday = (facts: CaseFacts, day: string): boolean => isCivilDate(day) && day <= facts.today;

/** The newest facts have no formal fault. */
export const formalChecks = onFacts((facts) =>
  facts.formalFaults.length > 0 ? refusal('formal_faults', { faults: facts.formalFaults }) : null,
);

/** Every required item of the checklist is there. */
export const checklistComplete = onFacts((facts) =>
  facts.checklistMissing.length > 0
    ? refusal('checklist_incomplete', { missing: facts.checklistMissing })
    : null,
);

/** The person who is given the dossier has no conflict of interest with it (invariant 3). */
export const noConflict = onPayload(['assign'], (facts, payload) =>
  facts.conflictedUserIds.includes(payload.assigneeId)
    ? refusal('conflict_of_interest', { who: 'assignee', userId: payload.assigneeId })
    : null,
);

/** Supplement and clarification are one right (NĐ 96/2026, art. 6.1d; invariant 7). */
export const supplementUnused = onFacts((facts, _command, law) =>
  facts.supplementRequestsUsed >= law.supplementRequests
    ? refusal('supplement_already_used', {
        used: facts.supplementRequestsUsed,
        allowed: law.supplementRequests,
      })
    : null,
);

/** The day by which the answer is asked lies in the future. */
export const supplementReplyByValid = onPayload(
  ['request_supplement', 'request_clarification'],
  (facts, payload) =>
    isFuture(facts, payload.replyBy)
      ? null
      : refusal('reply_date_not_in_future', { replyBy: payload.replyBy, today: facts.today }),
);

const consentFault = (facts: CaseFacts, headId: string): string | null => {
  if (isBlank(headId)) return 'none';
  if (headId === facts.actor.id) return 'self';
  if (facts.conflictedUserIds.includes(headId)) return 'in_conflict';
  return facts.headIds && !facts.headIds.includes(headId) ? 'not_a_head' : null;
};

/** A head who is not the asker and not in conflict consented to spending the one request. */
export const headConsent = onPayload(['request_supplement', 'request_clarification'], (facts, payload) => {
  const reason = consentFault(facts, payload.headConsent.headId);
  return reason ? refusal('head_consent_missing', { reason, headId: payload.headConsent.headId }) : null;
});

/** An appraiser looked at this version before the one request is spent, or it is said why not. */
export const technicalCheckGiven = onPayload(['request_supplement'], (facts, payload): GuardAnswer => {
  const check = payload.technicalCheck;
  if ('skippedBecause' in check)
    return isBlank(check.skippedBecause)
      ? refusal('technical_check_missing', { missing: ['skippedBecause'] })
      : null;
  const missing = [
    ...(isBlank(check.appraiserId) ? ['appraiserId'] : []),
    ...(isPastOrToday(facts, check.checkedOn) ? [] : ['checkedOn']),
    ...(check.questions.some((question) => !isBlank(question)) ? [] : ['questions']),
  ];
  return missing.length > 0 ? refusal('technical_check_missing', { missing }) : null;
});

/** The notice of discontinuance has not left the house. */
export const noticeNotIssued = onFacts((facts) =>
  facts.discontinuanceIssued ? refusal('notice_already_issued') : null,
);

/** A document shows that the answer came in time although it was not entered. */
export const proofOfTimelyAnswer = onPayload(['resubmit'], (facts, payload) => {
  const proof = payload.timelyProof;
  if (!proof || isBlank(proof.documentId)) return refusal('timely_proof_missing', { reason: 'none' });
  if (!isPastOrToday(facts, proof.answeredOn)) return refusal('timely_proof_missing', { reason: 'day' });
  const late = facts.supplementDueOn ? proof.answeredOn > facts.supplementDueOn : false;
  return late ? refusal('timely_proof_missing', { reason: 'late', dueOn: facts.supplementDueOn }) : null;
});

/** After acceptance a dossier goes back for reasons of competence or grounds only, never as incomplete. */
const RETURN_REASONS_AFTER_ACCEPTANCE = ['not_subject', 'not_competent', 'insufficient_grounds'];
export const returnReasonAllowed = onPayload(['return'], (_facts, payload) =>
  RETURN_REASONS_AFTER_ACCEPTANCE.includes(payload.reason)
    ? null
    : refusal('return_reason_not_allowed', {
        reason: payload.reason,
        allowed: RETURN_REASONS_AFTER_ACCEPTANCE,
      }),
);

/**
 * Who sends a dossier away as not competent names who is (invariant 3). Where nobody is left to decide, the authority
 * that the data name for that case is meant when none is given.
 */
export const substituteAuthorityNamed = onPayload(['return'], (facts, payload, law) => {
  if (payload.reason !== 'not_competent' || !isBlank(payload.competentAuthority)) return null;
  const known = facts.substituteAuthority !== null && !whoMayAct(law, facts).competent;
  return known ? null : refusal('competent_authority_missing');
});

/** The act says why. */
export const reasonGiven = onPayload(['return', 'send_back', 'extend_deadline'], (_facts, payload) => {
  const reason = 'explanation' in payload ? payload.explanation : payload.reason;
  return isBlank(reason) ? refusal('reason_missing') : null;
});

/**
 * The law leaves the determination on this project to this authority (NĐ 96/2026, art. 28.16, as the pack has it); who
 * decides on the project must be known. Refuses `not_ours_to_determine` (`projectAuthority`, `competentAuthority`).
 */
export const oursToDetermine = onFacts(({ projectAuthority = null }, _command, { competence }) => {
  if (!competence) return null;
  const isOurs = projectAuthority !== null && !competence.excludes.includes(projectAuthority);
  if (isOurs) return null;
  const { authority, basis } = competence;
  return refusal('not_ours_to_determine', {
    projectAuthority,
    competentAuthority: projectAuthority === null ? null : authority.vi,
    basis,
  });
});
