import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#database';
import { type Neighbours, neighboursOf, parseListQuery, type RawQuery, SORT_KEYS } from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { type Actor, civilDateOf } from '#kernel';
import { type ApiRequest } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { NeighboursDto } from './dossiers.dto.js';
import { WithListFilter } from './with-list-filter.decorator.js';

/** Turning pages in a list without going back to it. */
@ApiTags('Dossiers')
@Controller('dossiers/:id/neighbours')
export class DossierNeighboursController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Whoever may see the dossier by the access policy; neighbours by the predicate of the list',
  })
  @ApiOperation({
    operationId: 'getNeighbours',
    summary: 'The previous and the next dossier of a list, by the same filter and sort',
  })
  @WithListFilter()
  @ApiQuery({ name: 'sort', required: false, enum: SORT_KEYS.flatMap((key) => [key, `-${key}`]) })
  @ApiOkResponse({ type: NeighboursDto })
  neighbours(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Req() request: ApiRequest,
  ): Promise<Neighbours> {
    const query = parseListQuery(request.query as RawQuery);
    return this.unitOfWork.read(actor, (tx) =>
      neighboursOf(tx, id, {
        query,
        visible: (offset) => visibleDossiersSql(tx, offset),
        today: civilDateOf(tx.at),
      }),
    );
  }
}
