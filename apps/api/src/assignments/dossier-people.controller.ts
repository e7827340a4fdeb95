import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Assignment, assignmentsOf, DeclareConflict } from '#assignments';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { type AssignmentDto, AssignmentListDto, ConflictDto, ReasonDto } from './assignments.dto.js';

const shown = ({
  id,
  assigneeId,
  assigneeName,
  kind,
  state,
  assignedAt,
  dueOn,
  reason,
  declaration,
  releasedAt,
}: Assignment): AssignmentDto => ({
  id,
  assigneeId,
  assigneeName,
  kind,
  state,
  assignedAt: assignedAt.toISOString(),
  dueOn,
  reason,
  declaration,
  releasedAt: releasedAt?.toISOString() ?? null,
});

@ApiTags('Assignments')
@Controller('dossiers/:id')
export class DossierPeopleController {
  constructor(
    @Inject(DeclareConflict) private readonly conflicts: DeclareConflict,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('assignments')
  @Policy({
    who: ['clerk', 'appraiser', 'head', 'leader', 'auditor'],
    dossier: true,
    note: 'The house; an expert sees the own tasks only',
  })
  @ApiOperation({
    operationId: 'assignmentsOfDossier',
    summary: 'Who works and worked on a dossier, with declarations and reasons',
  })
  @ApiOkResponse({ type: AssignmentListDto })
  async assignments(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<AssignmentListDto> {
    const assignments = await this.unitOfWork.read(actor, async (tx) =>
      assignmentsOf(tx, (await this.acts.open(tx, dossierId)).row.id),
    );
    return { items: assignments.map(shown) };
  }

  @Post('conflict')
  @HttpCode(200)
  @Policy({
    who: ['clerk', 'appraiser', 'expert', 'council_secretary', 'head', 'leader'],
    dossier: true,
    note: 'About oneself; the dossier is not visible afterwards',
  })
  @ApiOperation({
    operationId: 'declareConflict',
    summary: 'Declare that you are in conflict with a dossier',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: ConflictDto })
  declareConflict(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() { reason }: ReasonDto,
  ): Promise<ConflictDto> {
    return this.conflicts.run(actor, { dossierId, idempotencyKey, dryRun }, { reason });
  }
}
