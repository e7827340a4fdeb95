import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { VoteOnMotion } from '#casework';
import { COUNCIL_ROLES } from '#identity';
import { type Actor } from '#kernel';
import { plain } from '../dossiers/command-body.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { ActRoute, FinalActRoute } from './act-route.decorator.js';
import { CastVoteDto, DissentTextDto } from './council-acts.dto.js';
import { ClosedMotionDto, VoteAnswerDto } from './council-views.dto.js';

@ApiTags('Councils')
@Controller('dossiers/:id/council/motions')
export class CouncilMotionsController {
  constructor(@Inject(VoteOnMotion) private readonly motions: VoteOnMotion) {}

  @Post(':motionId/votes')
  @Policy({
    who: COUNCIL_ROLES,
    dossier: true,
    note: 'Each member votes alone; the secretary enters signed paper ballots',
  })
  @ActRoute('castCouncilVote', 'Vote, or enter a signed paper ballot', VoteAnswerDto)
  vote(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('motionId', IdPipe) motionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: CastVoteDto,
  ): Promise<VoteAnswerDto> {
    return this.motions.vote(actor, { dossierId, idempotencyKey, dryRun }, { motionId, ...plain(body) });
  }

  @Post(':motionId/close')
  @Policy({ who: COUNCIL_ROLES, dossier: true, note: 'Chair, vice chair and secretary of the council' })
  // Not rehearsed: the count would be known while members still vote blindly.
  @FinalActRoute('closeCouncilMotion', 'End the vote: the result, and every vote by name', ClosedMotionDto)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('motionId', IdPipe) motionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
  ): Promise<ClosedMotionDto> {
    return this.motions.close(actor, { dossierId, idempotencyKey, dryRun: false }, { motionId });
  }

  @Post(':motionId/dissent')
  @Policy({ who: COUNCIL_ROLES, dossier: true, note: 'A member who voted otherwise than the result' })
  @ActRoute('dissentInCouncil', 'Have a dissent stand in the minutes', VoteAnswerDto)
  dissent(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('motionId', IdPipe) motionId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() { text }: DissentTextDto,
  ): Promise<VoteAnswerDto> {
    return this.motions.dissent(actor, { dossierId, idempotencyKey, dryRun }, { motionId, text });
  }
}
