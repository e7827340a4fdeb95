import { type EffectName } from '#workflow';
import { type LawRegistry } from '#dossiers';
import { type CaseworkSettings } from '../casework-settings.js';
import { type EffectHandler } from '../commands/command.types.js';
import { recallEarlierLetter } from '../rounds/earlier-letter.js';
import { draftLetterEffect, voidDraftEffect } from '../letters/draft-letter.effect.js';
import {
  closeClocks,
  endOwnersClock,
  recordDeadline,
  recordExtension,
  recordSilence,
  resumeReplyClocks,
  startClocks,
  startOwnersClock,
  stopReplyClocks,
} from './clock.effects.js';
import {
  lettersUnderReview,
  nextRound,
  recordConditions,
  recordDecision,
  recordReopening,
  recordReturn,
  recordWithdrawal,
} from './decision.effects.js';
import { assignFileCode, recordAcceptance, recordSubmission } from './intake.effects.js';
import { chooseLaw, pinLaw } from './law.effects.js';
import { notify } from './notify.effects.js';
import {
  recordRefusalNotice,
  recordRefusalReply,
  recordSupplementRequest,
  useSupplementRight,
} from './request.effects.js';
import {
  recordAssignment,
  recordConclusion,
  recordEndorsement,
  recordScreening,
  recordSendBack,
} from './review.effects.js';

/** Every effect of the vocabulary with what carries it out; the compiler insists on all of them. */
export const effectHandlers = (
  law: LawRegistry,
  settings: CaseworkSettings,
): Record<EffectName, EffectHandler> => ({
  choose_law: chooseLaw(law),
  pin_law: pinLaw(law),
  assign_file_code: assignFileCode(settings),
  use_supplement_right: useSupplementRight,
  start_clocks: startClocks,
  start_clock: startOwnersClock,
  end_clock: endOwnersClock,
  stop_clocks: stopReplyClocks,
  resume_clocks: resumeReplyClocks,
  close_clocks: closeClocks,
  record_submission: recordSubmission(settings),
  record_acceptance: recordAcceptance,
  record_assignment: recordAssignment,
  record_screening: recordScreening,
  record_supplement_request: recordSupplementRequest,
  record_conclusion: recordConclusion,
  record_send_back: recordSendBack,
  record_endorsement: recordEndorsement,
  record_decision: recordDecision,
  record_conditions: recordConditions,
  record_refusal_notice: recordRefusalNotice,
  record_refusal_reply: recordRefusalReply,
  record_return: recordReturn,
  record_withdrawal: recordWithdrawal,
  record_extension: recordExtension,
  record_silence: recordSilence,
  record_deadline: recordDeadline,
  record_reopening: recordReopening,
  next_round: nextRound,
  letters_under_review: lettersUnderReview,
  recall_earlier_letter: recallEarlierLetter(settings),
  draft_letter: draftLetterEffect(settings),
  void_draft: voidDraftEffect,
  notify,
});

/** Effects that make the dossier what it will be; carried out before the move so that it is written once. */
export const BEFORE_MOVE: ReadonlySet<EffectName> = new Set([
  'record_submission',
  'record_acceptance',
  'choose_law',
  'pin_law',
  'assign_file_code',
  'use_supplement_right',
  'next_round',
  'record_withdrawal',
  'record_assignment',
  'record_screening',
  'record_refusal_notice',
  'start_clocks',
  'start_clock',
  'end_clock',
  'stop_clocks',
  'resume_clocks',
  'close_clocks',
  'record_extension',
  'record_silence',
  'record_deadline',
]);
