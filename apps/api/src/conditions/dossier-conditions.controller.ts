import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConditionActs, type ConditionAnswer, conditionsOf, type ConditionTask } from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import {
  ConditionAcceptDto,
  ConditionAnswerDto,
  ConditionDeadlineDto,
  ConditionListDto,
  ConditionProofDto,
  ConditionRejectDto,
} from './conditions.dto.js';
import { NumberPipe } from './number.pipe.js';

@ApiTags('Conditions')
@Controller('dossiers/:id/conditions')
export class DossierConditionsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(ConditionActs) private readonly conditions: ConditionActs,
  ) {}

  @Get()
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Whoever may see the dossier; outside the house once the letter has left',
  })
  @ApiOperation({
    operationId: 'listDossierConditions',
    summary: 'Conditions of the approval with their history, newest round first',
  })
  @ApiOkResponse({ type: ConditionListDto })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<{ items: ConditionTask[] }> {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: await conditionsOf(tx, await this.acts.open(tx, id)),
    }));
  }

  @Post(':number/proof')
  @HttpCode(200)
  @Policy({
    who: ['investor', 'requester', 'clerk'],
    dossier: true,
    note: 'The owner; the clerk who entered the dossier on their behalf',
  })
  @ApiOperation({ operationId: 'submitConditionProof', summary: 'Hand in the proof of a condition' })
  @ApiOkResponse({ type: ConditionAnswerDto })
  proof(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('number', NumberPipe) number: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: ConditionProofDto,
  ): Promise<ConditionAnswer> {
    return this.conditions.submitProof(actor, { dossierId, idempotencyKey, dryRun }, { ...body, number });
  }

  @Post(':number/accept')
  @HttpCode(200)
  @Policy({
    who: ['appraiser', 'head'],
    dossier: true,
    note: 'Never who handed in the proof, never somebody in conflict',
  })
  @ApiOperation({ operationId: 'acceptConditionProof', summary: 'Accept the proof: the condition is met' })
  @ApiOkResponse({ type: ConditionAnswerDto })
  accept(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('number', NumberPipe) number: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: ConditionAcceptDto,
  ): Promise<ConditionAnswer> {
    return this.conditions.accept(actor, { dossierId, idempotencyKey, dryRun }, { ...body, number });
  }

  @Post(':number/reject')
  @HttpCode(200)
  @Policy({
    who: ['appraiser', 'head'],
    dossier: true,
    note: 'Never who handed in the proof, never somebody in conflict',
  })
  @ApiOperation({
    operationId: 'rejectConditionProof',
    summary: 'Reject the proof with a reason: the condition is open again',
  })
  @ApiOkResponse({ type: ConditionAnswerDto })
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('number', NumberPipe) number: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: ConditionRejectDto,
  ): Promise<ConditionAnswer> {
    return this.conditions.reject(actor, { dossierId, idempotencyKey, dryRun }, { ...body, number });
  }

  @Post(':number/deadline')
  @HttpCode(200)
  @Policy({ who: ['head'], dossier: true, note: 'With the reason, which the history keeps' })
  @ApiOperation({ operationId: 'moveConditionDeadline', summary: 'Move the deadline of a condition' })
  @ApiOkResponse({ type: ConditionAnswerDto })
  deadline(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('number', NumberPipe) number: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: ConditionDeadlineDto,
  ): Promise<ConditionAnswer> {
    return this.conditions.moveDeadline(actor, { dossierId, idempotencyKey, dryRun }, { ...body, number });
  }
}
