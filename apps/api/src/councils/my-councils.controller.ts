import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { myCouncils } from '#casework';
import { UnitOfWork } from '#database';
import { COUNCIL_ROLES } from '#identity';
import { type Actor } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { MyCouncilListDto } from './council-views.dto.js';

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
}
