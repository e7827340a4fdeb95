import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ConditionPage, listConditions } from '#casework';
import { UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { ConditionPageDto, ConditionQueryDto } from './conditions.dto.js';

@ApiTags('Conditions')
@Controller('conditions')
export class ConditionsController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Of dossiers that the access policy shows; outside the house once the letter has left',
  })
  @ApiOperation({
    operationId: 'listConditions',
    summary: 'One keyset page of conditions of approvals, the earliest deadline first',
  })
  @ApiOkResponse({ type: ConditionPageDto })
  list(
    @CurrentActor() actor: Actor,
    @Query() { dossier, ...query }: ConditionQueryDto,
  ): Promise<ConditionPage> {
    const asked = { ...query, ...(dossier === undefined ? {} : { dossierId: dossier }) };
    return this.unitOfWork.read(actor, (tx) => listConditions(tx, asked));
  }
}
