import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type ProjectActName } from '#contracts';
import { type Tx } from '#database';
import { type Actor } from '#kernel';
import {
  decideMatch,
  enterFromDossier,
  matchByHand,
  ProjectActs,
  type ProjectRow,
  projectView,
  proposeMatches,
} from '#projects';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import { ProjectDto } from './project-answers.dto.js';
import { WRITES } from './project-rights.js';
import { DecideProjectMatchDto, FromDossierDto, MatchByHandDto, ProjectReasonDto } from './projects.dto.js';

/** Which dossiers are about which project: proposed by the system, decided by people. */
@ApiTags('Projects')
@Controller('projects')
export class ProjectMatchesController {
  constructor(@Inject(ProjectActs) private readonly acts: ProjectActs) {}

  @Post('matches/propose')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({
    operationId: 'proposeMatches',
    summary: 'Compare every dossier that nobody has matched with the register',
  })
  propose(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.acts.create(
      actor,
      { action: 'propose_matches', body: {}, idempotencyKey, dryRun },
      proposeMatches,
    );
  }

  @Post('from-dossier')
  @Policy(WRITES)
  @ApiOperation({
    operationId: 'createProjectFromDossier',
    summary: 'Enter a project that only a dossier tells of',
  })
  @ApiCreatedResponse({ type: ProjectDto, description: 'The project, matched with the dossier' })
  fromDossier(
    @CurrentActor() actor: Actor,
    @Body() body: FromDossierDto,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const act = { action: 'enter_from_dossier', body: { ...body }, idempotencyKey, dryRun };
    return this.acts.create(actor, act, async (tx) => {
      const { id } = await enterFromDossier(tx, body.dossierId, body.isAnother ?? false);
      return projectView(tx, id);
    });
  }

  @Post(':id/matches')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({ operationId: 'matchDossier', summary: 'Match a dossier that the system did not propose' })
  @ApiOkResponse({ type: ProjectDto })
  byHand(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MatchByHandDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    return this.act(actor, { id, action: 'match', body, key, dryRun }, (tx, row) =>
      matchByHand(tx, row, body),
    );
  }

  @Post(':id/matches/:matchId/decision')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({ operationId: 'decideProjectMatch', summary: 'Confirm or reject a match' })
  @ApiOkResponse({ type: ProjectDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('matchId', IdPipe) matchId: string,
    @Body() body: DecideProjectMatchDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const request = { id, action: 'decide_match' as const, body: { ...body, matchId }, key, dryRun };
    return this.act(actor, request, (tx, row) =>
      decideMatch(tx, row, { matchId, state: body.decision, reason: body.reason ?? null }),
    );
  }

  @Post(':id/matches/:matchId/undo')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({ operationId: 'undoMatch', summary: 'Undo what was decided about a match, with the reason' })
  @ApiOkResponse({ type: ProjectDto })
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('matchId', IdPipe) matchId: string,
    @Body() body: ProjectReasonDto,
    @IdempotencyKey() key: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const request = { id, action: 'undo_match' as const, body: { ...body, matchId }, key, dryRun };
    return this.act(actor, request, (tx, row) =>
      decideMatch(tx, row, { matchId, state: 'proposed', reason: body.reason }),
    );
  }

  private act(
    actor: Actor,
    request: { id: string; action: ProjectActName; body: object; key: string | null; dryRun: boolean },
    work: (tx: Tx, row: ProjectRow) => Promise<ProjectRow>,
  ) {
    const { id: projectId, action, body, key: idempotencyKey, dryRun } = request;
    const act = { projectId, action, body: { ...body }, idempotencyKey, dryRun };
    return this.acts.run(actor, act, async (tx, row) => {
      await work(tx, row);
      return projectView(tx, projectId);
    });
  }
}
