import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { knownCouncils, myCouncils } from '#casework';
import { UnitOfWork } from '#database';
import { COUNCIL_ROLES } from '#identity';
import { type Actor } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { CouncilStageDto, KnownCouncilListDto, MyCouncilListDto } from './council-list.dto.js';

@ApiTags('Councils')
@Controller('councils')
export class MyCouncilsController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy({ who: COUNCIL_ROLES, note: 'The own seats; before declaring only the name of the project' })
  @ApiOperation({ operationId: 'myCouncils', summary: 'The councils in which you have a seat' })
  @ApiOkResponse({ type: MyCouncilListDto })
  async mine(@CurrentActor() actor: Actor): Promise<MyCouncilListDto> {
    return { items: await this.unitOfWork.read(actor, myCouncils) };
  }

  @Get('known')
  @Policy({
    who: COUNCIL_ROLES,
    dossier: true,
    note: 'For the house those of visible dossiers, for everybody else those with an own seat',
  })
  @ApiOperation({ operationId: 'knownCouncils', summary: 'Councils that work, or those that have ended' })
  @ApiOkResponse({ type: KnownCouncilListDto })
  async known(
    @CurrentActor() actor: Actor,
    @Query() { stage }: CouncilStageDto,
  ): Promise<KnownCouncilListDto> {
    return { items: await this.unitOfWork.read(actor, (tx) => knownCouncils(tx, stage)) };
  }
}
