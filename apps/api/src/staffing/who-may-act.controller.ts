import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WhoMayActQuery } from '#casework';
import { UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { DossierStaffingDto } from './staffing.dto.js';
import { shownSubstitute } from './substitute-authority.controller.js';

@ApiTags('Assignments')
@Controller('dossiers/:id/who-may-act')
export class WhoMayActController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WhoMayActQuery) private readonly staffing: WhoMayActQuery,
  ) {}

  @Get()
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'],
    dossier: true,
    note: 'The house; who is in conflict is named to heads, leaders and auditors only',
  })
  @ApiOperation({
    operationId: 'whoMayAct',
    summary: 'Who may still conclude, endorse and decide, and whether three different people are left',
  })
  @ApiOkResponse({ type: DossierStaffingDto })
  async of(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<DossierStaffingDto> {
    const staffing = await this.unitOfWork.read(actor, (tx) => this.staffing.of(tx, dossierId));
    const { substituteAuthority } = staffing;
    return { ...staffing, substituteAuthority: substituteAuthority && shownSubstitute(substituteAuthority) };
  }
}
