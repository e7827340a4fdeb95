import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecordAffiliations } from '#casework';
import { UnitOfWork } from '#database';
import { affiliationsOf } from '#identity';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey } from '../http/request.decorators.js';
import {
  AffiliationDto,
  AffiliationListDto,
  AffiliationRecordedDto,
  EndAffiliationDto,
  NewAffiliationDto,
} from './staffing.dto.js';

@ApiTags('People')
@Controller('users/:id/affiliations')
@Policy({ who: ['admin'], note: 'To which organisations people of the own authority belong' })
export class AffiliationsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RecordAffiliations) private readonly affiliations: RecordAffiliations,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAffiliations', summary: 'Affiliations of a person, the newest first' })
  @ApiOkResponse({ type: AffiliationListDto })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) userId: string): Promise<AffiliationListDto> {
    return { items: await this.unitOfWork.read(actor, (tx) => affiliationsOf(tx, userId)) };
  }

  @Post()
  @ApiOperation({
    operationId: 'recordAffiliation',
    summary:
      'Record that a person belongs or belonged to an organisation; heads hear of conflicts that arise',
  })
  @ApiCreatedResponse({ type: AffiliationRecordedDto })
  record(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) userId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() body: NewAffiliationDto,
  ): Promise<AffiliationRecordedDto> {
    return this.affiliations.add(actor, { userId, idempotencyKey }, { ...body });
  }

  @Post(':affiliationId/end')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'endAffiliation',
    summary: 'End an affiliation; it stays a ground of conflict for 24 months',
  })
  @ApiOkResponse({ type: AffiliationDto })
  end(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) userId: string,
    @Param('affiliationId', IdPipe) affiliationId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() { validTo }: EndAffiliationDto,
  ): Promise<AffiliationDto> {
    return this.affiliations.end(actor, { userId, affiliationId, idempotencyKey }, { validTo });
  }
}
