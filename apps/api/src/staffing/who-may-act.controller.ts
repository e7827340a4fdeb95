import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Assignee, assigneesOf, WhoMayActQuery } from '#casework';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { AssigneeListDto, DossierStaffingDto } from './staffing.dto.js';
import { shownSubstitute } from './substitute-authority.controller.js';

@ApiTags('Assignments')
@Controller('dossiers/:id')
export class WhoMayActController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WhoMayActQuery) private readonly staffing: WhoMayActQuery,
    @Inject(DossierActs) private readonly acts: DossierActs,
  ) {}

  @Get('who-may-act')
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

  @Get('assignees')
  @Policy({
    who: ['head', 'leader'],
    dossier: true,
    note: 'Those who assign; people in conflict are named to them with the reason',
  })
  @ApiOperation({
    operationId: 'listAssignees',
    summary: 'Who could be assigned, the least loaded first, and who may not because of a conflict',
  })
  @ApiOkResponse({ type: AssigneeListDto })
  async assignees(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<{ items: Assignee[] }> {
    const items = await this.unitOfWork.read(actor, async (tx) =>
      assigneesOf(tx, await this.acts.open(tx, dossierId)),
    );
    return { items };
  }
}
