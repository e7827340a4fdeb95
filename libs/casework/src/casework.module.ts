import { type DynamicModule, Module } from '@nestjs/common';
import { CASEWORK_SETTINGS, type CaseworkSettings } from './casework-settings.js';
import { SaveAnswerDraft } from './answers/save-answer-draft.use-case.js';
import { ClockAlarms } from './clocks/clock-alarms.job.js';
import { CommandDispatcher } from './commands/command-dispatcher.js';
import { ConditionActs } from './conditions/condition-acts.js';
import { ConditionAlarms } from './conditions/condition-alarms.job.js';
import { ChangeCouncil } from './councils/change-council.use-case.js';
import { ChooseConsultationForm } from './councils/consultation-form.use-case.js';
import { DraftMinutes } from './councils/draft-minutes.use-case.js';
import { EstablishCouncil } from './councils/establish-council.use-case.js';
import { HoldSession } from './councils/hold-session.use-case.js';
import { VoteOnMotion } from './councils/vote-on-motion.use-case.js';
import { AnswerConsultation } from './consultations/answer-consultation.use-case.js';
import { AskConsultation } from './consultations/ask-consultation.use-case.js';
import { EndConsultation } from './consultations/end-consultation.use-case.js';
import { RemindConsultation } from './consultations/remind-consultation.use-case.js';
import { ChangeFacts } from './intake/change-facts.use-case.js';
import { CreateDraft } from './intake/create-draft.use-case.js';
import { AskHoldingReply } from './holding/ask-holding-reply.use-case.js';
import { HoldingReplies } from './holding/holding-replies.js';
import { IssueLetter } from './letters/issue-letter.use-case.js';
import { RecordAffiliations } from './staffing/affiliations.use-case.js';
import { WhoMayActQuery } from './staffing/who-may-act.query.js';
import { CommandOptionsQuery } from './queries/command-options.query.js';
import { FollowDossier } from './tracking/follow-dossier.use-case.js';
import { RenewTrackingSecret } from './tracking/renew-tracking-secret.use-case.js';

const COUNCIL_SERVICES = [
  ChooseConsultationForm,
  EstablishCouncil,
  ChangeCouncil,
  HoldSession,
  VoteOnMotion,
  DraftMinutes,
];
const SERVICES = [
  CommandDispatcher,
  CommandOptionsQuery,
  CreateDraft,
  ChangeFacts,
  IssueLetter,
  ClockAlarms,
  HoldingReplies,
  AskHoldingReply,
  ConditionActs,
  SaveAnswerDraft,
  ConditionAlarms,
  RecordAffiliations,
  WhoMayActQuery,
  FollowDossier,
  RenewTrackingSecret,
  ...COUNCIL_SERVICES,
  AskConsultation,
  AnswerConsultation,
  RemindConsultation,
  EndConsultation,
];

/** Commands on dossiers; needs the global modules of dossiers, documents, database, identity and audit. */
@Module({})
export class CaseworkModule {
  static forRoot(settings: CaseworkSettings): DynamicModule {
    return {
      module: CaseworkModule,
      global: true,
      providers: [{ provide: CASEWORK_SETTINGS, useValue: settings }, ...SERVICES],
      exports: [CASEWORK_SETTINGS, ...SERVICES],
    };
  }
}
