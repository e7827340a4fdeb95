import { type DynamicModule, Module } from '@nestjs/common';
import { CASEWORK_SETTINGS, type CaseworkSettings } from './casework-settings.js';
import { ClockAlarms } from './clocks/clock-alarms.job.js';
import { CommandDispatcher } from './commands/command-dispatcher.js';
import { ConditionActs } from './conditions/condition-acts.js';
import { ConditionAlarms } from './conditions/condition-alarms.job.js';
import { ChangeFacts } from './intake/change-facts.use-case.js';
import { CreateDraft } from './intake/create-draft.use-case.js';
import { AskHoldingReply } from './holding/ask-holding-reply.use-case.js';
import { HoldingReplies } from './holding/holding-replies.js';
import { IssueLetter } from './letters/issue-letter.use-case.js';
import { RecordAffiliations } from './staffing/affiliations.use-case.js';
import { WhoMayActQuery } from './staffing/who-may-act.query.js';
import { CommandOptionsQuery } from './queries/command-options.query.js';

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
  ConditionAlarms,
  RecordAffiliations,
  WhoMayActQuery,
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
