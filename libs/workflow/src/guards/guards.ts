import * as clock from './clock.guards.js';
import * as conclusion from './conclusion.guards.js';
import * as consultation from './consultation.guards.js';
import * as decision from './decision.guards.js';
import { type Guard } from './guard.types.js';
import * as inconclusive from './inconclusive.guards.js';
import * as intake from './intake.guards.js';
import * as proof from './proof.guards.js';
import * as rounds from './rounds.guards.js';
import * as review from './review.guards.js';
import * as staffing from './staffing.guards.js';

/** Every guard that a procedure may name. */
const GUARDS = {
  formal_checks: intake.formalChecks,
  checklist_complete: intake.checklistComplete,
  no_conflict: intake.noConflict,
  supplement_unused: intake.supplementUnused,
  supplement_reply_by_valid: intake.supplementReplyByValid,
  head_consent: intake.headConsent,
  technical_check_given: intake.technicalCheckGiven,
  notice_not_issued: intake.noticeNotIssued,
  proof_of_timely_answer: intake.proofOfTimelyAnswer,
  return_reason_allowed: intake.returnReasonAllowed,
  substitute_authority_named: intake.substituteAuthorityNamed,
  reason_given: intake.reasonGiven,
  confirmed_blocking_finding: review.confirmedBlockingFinding,
  opinion_recorded: review.opinionRecorded,
  screening_current: review.screeningCurrent,
  candidates_decided: review.candidatesDecided,
  inconclusive_answered: inconclusive.inconclusiveAnswered,
  conflict_declared: review.conflictDeclared,
  annexes_checked: review.annexesChecked,
  consultations_closed: review.consultationsClosed,
  agencies_consulted: consultation.agenciesConsulted,
  ours_to_determine: intake.oursToDetermine,
  tests_proven: proof.testsProven,
  council_done: review.councilDone,
  consultation_form_followed: consultation.consultationFormFollowed,
  outcome_consistent: review.outcomeConsistent,
  four_eyes: decision.fourEyes,
  earlier_people_impartial: decision.earlierPeopleImpartial,
  no_blocking_finding: decision.noBlockingFinding,
  reasons_given: decision.reasonsGiven,
  conditions_given: decision.conditionsGiven,
  decision_follows_conclusion: conclusion.decisionFollowsConclusion,
  time_for_reply: clock.timeForReply,
  extension_available: clock.extensionAvailable,
  deadline_is_past: clock.deadlineIsPast,
  answer_in_time: clock.answerInTime,
  after_deadline_reason: clock.afterDeadlineReason,
  complaint_decision_given: clock.complaintDecisionGiven,
  decision_issued: rounds.decisionIssued,
  reopening_reply_by_valid: rounds.reopeningReplyByValid,
  earlier_letter_settled: rounds.earlierLetterSettled,
  no_letter_under_review: rounds.noLetterUnderReview,
  way_stays_open: staffing.wayStaysOpen,
  nobody_left: staffing.nobodyLeft,
} as const satisfies Record<string, Guard>;
export type GuardName = keyof typeof GUARDS;
export const GUARD_NAMES = Object.keys(GUARDS) as GuardName[];
export const isGuard = (name: string): name is GuardName => Object.hasOwn(GUARDS, name);

/** The guard of a name. @throws Error on an unknown one, which the loader has refused before. */
export function guardOf(name: string): Guard {
  if (!isGuard(name)) throw new Error(`unknown guard ${name}`);
  return GUARDS[name];
}
