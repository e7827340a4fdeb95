import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ProjectActName } from '#contracts';
import { type Tx } from '#database';
import { type Actor } from '#kernel';
import {
  decideExemption,
  mergeProject,
  ProjectActs,
  type ProjectRow,
  projectView,
  proposeExemption,
  recordFinalDecision,
  revokeExemption,
  unmergeProject,
  withdrawFinalDecision,
} from '#projects';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { MergeAnswerDto, ProjectDto } from './project-answers.dto.js';
import { HEAD_DECIDES, RECORDS_DECISIONS, WRITES } from './project-rights.js';
import {
  DecideExemptionDto,
  FinalDecisionDto,
  MergeProjectDto,
  ProposeExemptionDto,
  ProjectReasonDto,
} from './projects.dto.js';

/** Acts on one project that change where it stands. */
@ApiTags('Projects')
@Controller('projects/:id')
export class ProjectActsController {
  constructor(@Inject(ProjectActs) private readonly acts: ProjectActs) {}

  @Post('exemption')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({ operationId: 'proposeExemption', summary: 'Propose that a project needs no opinion' })
  @ApiOkResponse({ type: ProjectDto })
  propose(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ProposeExemptionDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.act(actor, { id, action: 'propose_exemption', body, key, dryRun }, (tx, row) =>
      proposeExemption(tx, row, body),
    );
  }

  @Post('exemption/decision')
  @HttpCode(200)
  @Policy(HEAD_DECIDES)
  @ApiOperation({ operationId: 'decideExemption', summary: 'Confirm or reject a proposed exemption' })
  @ApiOkResponse({ type: ProjectDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: DecideExemptionDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.act(actor, { id, action: 'decide_exemption', body, key, dryRun }, (tx, row) =>
      decideExemption(tx, row, { decision: body.decision, note: body.note ?? null }),
    );
  }

  @Post('exemption/revocation')
  @HttpCode(200)
  @Policy(HEAD_DECIDES)
  @ApiOperation({ operationId: 'revokeExemption', summary: 'Take a confirmed exemption back' })
  @ApiOkResponse({ type: ProjectDto })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ProjectReasonDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.act(actor, { id, action: 'revoke_exemption', body, key, dryRun }, (tx, row) =>
      revokeExemption(tx, row, body.reason),
    );
  }

  @Post('final-decision')
  @HttpCode(200)
  @Policy(RECORDS_DECISIONS)
  @ApiOperation({
    operationId: 'recordFinalDecision',
    summary: 'Record or correct what the project authority decided',
  })
  @ApiOkResponse({ type: ProjectDto })
  finalDecision(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: FinalDecisionDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const { documentRef = null, note = null, corrects = null, ...decision } = { ...body };
    return this.act(actor, { id, action: 'record_final_decision', body, key, dryRun }, (tx, row) =>
      recordFinalDecision(tx, row, { ...decision, documentRef, note, corrects }),
    );
  }

  @Post('final-decision/withdrawal')
  @HttpCode(200)
  @Policy(RECORDS_DECISIONS)
  @ApiOperation({
    operationId: 'withdrawFinalDecision',
    summary: 'Take back a decision that was recorded for the wrong project',
  })
  @ApiOkResponse({ type: ProjectDto })
  withdrawDecision(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ProjectReasonDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.act(actor, { id, action: 'withdraw_final_decision', body, key, dryRun }, (tx, row) =>
      withdrawFinalDecision(tx, row, body.reason),
    );
  }

  @Post('merge')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({ operationId: 'mergeProject', summary: 'Merge a duplicate into the project that stays' })
  @ApiOkResponse({ type: MergeAnswerDto })
  merge(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) projectId: string,
    @Body() body: MergeProjectDto,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const act = { projectId, action: 'merge' as const, body: { ...body }, idempotencyKey, dryRun };
    return this.acts.run(actor, act, (tx, row) => mergeProject(tx, row, body.into, body.reason));
  }

  @Post('unmerge')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({ operationId: 'unmergeProject', summary: 'Undo a merge' })
  @ApiOkResponse({ type: ProjectDto })
  unmerge(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ProjectReasonDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.act(actor, { id, action: 'unmerge', body, key, dryRun, onMerged: true }, (tx, row) =>
      unmergeProject(tx, row, body.reason),
    );
  }

  /** Every act answers the project as it stands after it. */
  private act(
    actor: Actor,
    request: {
      id: string;
      action: ProjectActName;
      body: object;
      key: string | null;
      dryRun: boolean;
      onMerged?: boolean;
    },
    work: (tx: Tx, row: ProjectRow) => Promise<ProjectRow>,
  ) {
    const { id: projectId, action, body, key: idempotencyKey, dryRun, onMerged = false } = request;
    const act = { projectId, action, body: { ...body }, idempotencyKey, dryRun, onMerged };
    return this.acts.run(actor, act, async (tx, row) => {
      await work(tx, row);
      return projectView(tx, projectId);
    });
  }
}
