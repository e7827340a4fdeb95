import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { recordSubstituteAuthority, type SubstituteAuthority, substituteAuthorityOf } from '#identity';
import { type Actor } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey } from '../http/request.decorators.js';
import { CurrentSubstituteDto, NewSubstituteAuthorityDto, SubstituteAuthorityDto } from './staffing.dto.js';

/** A replayed answer comes back with its instants as texts. */
export const shownSubstitute = ({
  recordedAt,
  ...substitute
}: SubstituteAuthority): SubstituteAuthorityDto => ({
  ...substitute,
  recordedAt: new Date(recordedAt).toISOString(),
});

@ApiTags('People')
@Controller('substitute-authority')
export class SubstituteAuthorityController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
  ) {}

  @Get()
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'auditor', 'admin'],
    note: 'Who takes over where nobody of the own authority is left to decide',
  })
  @ApiOperation({
    operationId: 'getSubstituteAuthority',
    summary: 'The substitute authority as it is recorded now',
  })
  @ApiOkResponse({ type: CurrentSubstituteDto })
  async current(@CurrentActor() actor: Actor): Promise<CurrentSubstituteDto> {
    const found = await this.unitOfWork.read(actor, (tx) => substituteAuthorityOf(tx, actor.authorityId));
    return { current: found && shownSubstitute(found) };
  }

  @Post()
  @Policy({ who: ['admin'], note: 'Data about organisations; every record is kept and logged' })
  @ApiOperation({
    operationId: 'recordSubstituteAuthority',
    summary: 'Record the substitute authority in place of the earlier one, which is kept',
  })
  @ApiCreatedResponse({ type: SubstituteAuthorityDto })
  async record(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() { name, address, legalBasis, verification }: NewSubstituteAuthorityDto,
  ): Promise<SubstituteAuthorityDto> {
    const body = { name, address: address ?? null, legalBasis, verification };
    const delivery = { action: 'record_substitute_authority', body, idempotencyKey };
    return shownSubstitute(
      await this.acts.create(actor, delivery, (tx) => recordSubstituteAuthority(tx, body)),
    );
  }
}
