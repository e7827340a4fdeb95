import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { AnswerAssignment, myAssignments, workloads } from '#assignments';
import { UnitOfWork } from '#database';
import { COUNCIL_ROLES } from '#identity';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import {
  AssignmentAnswerDto,
  DeclarationDto,
  MyAssignmentListDto,
  ReasonDto,
  WorkloadListDto,
} from './assignments.dto.js';

@ApiTags('Assignments')
@Controller('assignments')
export class AssignmentsController {
  constructor(
    @Inject(AnswerAssignment) private readonly answers: AnswerAssignment,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @Policy({
    who: [...COUNCIL_ROLES],
    note: 'The own tasks; before declaring only the parties and the name of the project',
  })
  @ApiOperation({ operationId: 'myAssignments', summary: 'My open assignments' })
  @ApiOkResponse({ type: MyAssignmentListDto })
  async mine(@CurrentActor() actor: Actor): Promise<MyAssignmentListDto> {
    const assignments = await this.unitOfWork.read(actor, myAssignments);
    return {
      items: assignments.map(({ assignedAt, ...rest }) => ({
        ...rest,
        assignedAt: assignedAt.toISOString(),
      })),
    };
  }

  @Get('load')
  @Policy({ who: ['head', 'leader'], note: 'Who has how much to do, before assigning' })
  @ApiOperation({ operationId: 'workloads', summary: 'Open dossiers per appraiser and expert' })
  @ApiOkResponse({ type: WorkloadListDto })
  async load(@CurrentActor() actor: Actor): Promise<WorkloadListDto> {
    return { items: await this.unitOfWork.read(actor, workloads) };
  }

  @Post(':id/declaration')
  @HttpCode(200)
  @Policy({ who: [...COUNCIL_ROLES], dossier: true, note: 'The assignee' })
  @ApiOperation({
    operationId: 'declareForAssignment',
    summary: 'Declare whether you are in conflict: without one you accept, with one you step aside',
  })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: AssignmentAnswerDto })
  declare(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) assignmentId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: DeclarationDto,
  ): Promise<AssignmentAnswerDto> {
    return this.answers.declare(actor, { assignmentId, idempotencyKey, dryRun }, { ...body });
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Policy({ who: [...COUNCIL_ROLES], dossier: true, note: 'The assignee' })
  @ApiOperation({ operationId: 'declineAssignment', summary: 'Decline an assignment, with the reason' })
  @ApiQuery({ name: 'dryRun', required: false, type: Boolean })
  @ApiOkResponse({ type: AssignmentAnswerDto })
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) assignmentId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() { reason }: ReasonDto,
  ): Promise<AssignmentAnswerDto> {
    return this.answers.decline(actor, { assignmentId, idempotencyKey, dryRun }, { reason });
  }
}
