import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DraftMinutes, HoldSession, VoteOnMotion } from '#casework';
import { COUNCIL_ROLES } from '#identity';
import { type Actor } from '#kernel';
import { plain } from '../dossiers/command-body.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { ActRoute } from './act-route.decorator.js';
import { OpenSessionDto, PutMotionDto, RecordPresenceDto } from './council-acts.dto.js';
import {
  ClosedSessionDto,
  MinutesAnswerDto,
  OpenedSessionDto,
  PutMotionAnswerDto,
  RecordedPresenceDto,
} from './council-views.dto.js';

const CONDUCTED = {
  who: COUNCIL_ROLES,
  dossier: true,
  note: 'Chair, vice chair and secretary of the council',
} as const;

@ApiTags('Councils')
@Controller('dossiers/:id/council/sessions')
export class CouncilSessionsController {
  constructor(
    @Inject(HoldSession) private readonly sessions: HoldSession,
    @Inject(VoteOnMotion) private readonly motions: VoteOnMotion,
    @Inject(DraftMinutes) private readonly minutes: DraftMinutes,
  ) {}

  @Post()
  @Policy(CONDUCTED)
  @ActRoute('openCouncilSession', 'Open a meeting or a written ballot', OpenedSessionDto)
  open(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: OpenSessionDto,
  ): Promise<OpenedSessionDto> {
    return this.sessions.open(actor, { dossierId, idempotencyKey, dryRun }, plain(body));
  }

  @Post(':sessionId/presence')
  @Policy(CONDUCTED)
  @ActRoute('recordCouncilPresence', 'Record or correct who attends, and proxies', RecordedPresenceDto)
  presence(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: RecordPresenceDto,
  ): Promise<RecordedPresenceDto> {
    const call = { dossierId, idempotencyKey, dryRun };
    return this.sessions.recordPresence(actor, call, { sessionId, ...plain(body) });
  }

  @Post(':sessionId/motions')
  @Policy(CONDUCTED)
  @ActRoute('putCouncilMotion', 'Put a motion to the vote', PutMotionAnswerDto)
  put(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: PutMotionDto,
  ): Promise<PutMotionAnswerDto> {
    return this.motions.put(actor, { dossierId, idempotencyKey, dryRun }, { sessionId, ...plain(body) });
  }

  @Post(':sessionId/close')
  @Policy(CONDUCTED)
  @ActRoute('closeCouncilSession', 'Close a session: valid only with its quorum', ClosedSessionDto)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<ClosedSessionDto> {
    return this.sessions.close(actor, { dossierId, idempotencyKey, dryRun }, { sessionId });
  }

  @Post(':sessionId/minutes')
  @Policy(CONDUCTED)
  @ActRoute(
    'draftCouncilMinutes',
    'Draft the minutes of a closed session, as data and as a letter',
    MinutesAnswerDto,
  )
  draft(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ): Promise<MinutesAnswerDto> {
    return this.minutes.run(actor, { dossierId, idempotencyKey, dryRun }, { sessionId });
  }
}
