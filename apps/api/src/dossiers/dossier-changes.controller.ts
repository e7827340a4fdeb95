import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { differenceOf, type DifferenceView } from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { DifferenceDto } from './dossier-changes.dto.js';

@ApiTags('Dossiers')
@Controller('dossiers/:id')
export class DossierChangesController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
  ) {}

  @Get('difference')
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Whoever may see both the change and the dossier that it changes',
  })
  @ApiOperation({
    operationId: 'getDifference',
    summary: 'What a change of technology changes against the approved dossier',
  })
  @ApiOkResponse({ type: DifferenceDto })
  difference(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<DifferenceView> {
    return this.unitOfWork.read(actor, async (tx) =>
      differenceOf(tx, this.acts, await this.acts.open(tx, id)),
    );
  }
}
