import { Body, Controller, Delete, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#database';
import { actingRoleOf, DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { leavePresence, PRESENCE_SECONDS, signPresence } from '#live';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { DossierPresenceDto, PresenceSignDto } from './presence.dto.js';
import { sideOf } from './visible-events.js';

@ApiTags('Live')
@Controller('dossiers/:id/presence')
@Policy({
  who: 'signed_in',
  dossier: true,
  note: 'Whoever sees the whole dossier; the house sees the house, an organisation its own people',
})
export class PresenceController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'signPresence',
    summary: 'A sign of life at a dossier, due every 15 seconds; answers who else of the own side is there',
  })
  @ApiOkResponse({ type: DossierPresenceDto })
  sign(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { activity }: PresenceSignDto,
  ): Promise<DossierPresenceDto> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.acts.open(tx, id);
      const sign = { dossierId: id, side: sideOf(actor), role: actingRoleOf(actor), activity };
      return { others: await signPresence(tx, sign), expiresInSeconds: PRESENCE_SECONDS };
    });
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'leavePresence', summary: 'Say that one has left the dossier' })
  @ApiNoContentResponse()
  leave(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.unitOfWork.run(actor, async (tx) => {
      await this.acts.open(tx, id);
      await leavePresence(tx, id);
    });
  }
}
