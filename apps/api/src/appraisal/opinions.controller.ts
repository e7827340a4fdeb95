import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { opinionsOf, opinionVersions, type ReadableOpinion, SaveOpinion, sheetsOf } from '#appraisal';
import { UnitOfWork } from '#database';
import { DossierActs } from '#dossiers';
import { type Actor } from '#kernel';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey } from '../http/request.decorators.js';
import {
  CriteriaSheetListDto,
  type OpinionDto,
  OpinionAnswerDto,
  OpinionListDto,
  OpinionVersionListDto,
  RecordOpinionDto,
  SaveOpinionDto,
} from './opinions.dto.js';

/** Heads and leaders write one as members of a council only. */
const AUTHORS = ['appraiser', 'expert', 'head', 'leader'] as const;
const READERS = ['clerk', 'appraiser', 'expert', 'head', 'leader', 'province_leader', 'auditor'] as const;

const shown = ({
  dossierId: _dossierId,
  updatedAt,
  recordedAt,
  ...opinion
}: ReadableOpinion): OpinionDto => ({
  ...opinion,
  updatedAt: updatedAt.toISOString(),
  recordedAt: recordedAt?.toISOString() ?? null,
});

@ApiTags('Opinions')
@Controller('dossiers/:id')
export class OpinionsController {
  constructor(
    @Inject(SaveOpinion) private readonly saving: SaveOpinion,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get('criteria')
  @Policy({ who: READERS, dossier: true, note: 'Whoever of the appraising side may see the dossier' })
  @ApiOperation({
    operationId: 'criteriaOfDossier',
    summary: 'The criteria sheets of the law that governs the dossier',
  })
  @ApiOkResponse({ type: CriteriaSheetListDto })
  async criteria(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
  ): Promise<CriteriaSheetListDto> {
    const sheets = await this.unitOfWork.read(actor, async (tx) =>
      sheetsOf(tx, (await this.acts.open(tx, dossierId)).row),
    );
    return {
      items: sheets.map(({ id, packId, title, criteria }) => ({
        id,
        packId,
        title,
        criteria: criteria.map(({ code, name, group, basis, verification }) => ({
          code,
          name,
          group,
          basis,
          verification,
        })),
      })),
    };
  }

  @Get('opinions')
  @Policy({
    who: READERS,
    dossier: true,
    note: 'Recorded ones and the own; an expert reads others after recording the own',
  })
  @ApiOperation({ operationId: 'listOpinions', summary: 'The opinions of a dossier that you may read' })
  @ApiOkResponse({ type: OpinionListDto })
  async list(@CurrentActor() actor: Actor, @Param('id', IdPipe) dossierId: string): Promise<OpinionListDto> {
    const opinions = await this.unitOfWork.read(actor, async (tx) =>
      opinionsOf(tx, await this.acts.open(tx, dossierId)),
    );
    return { items: opinions.map(shown) };
  }

  @Get('opinions/:opinionId/versions')
  @Policy({ who: READERS, dossier: true, note: 'Whoever may read the opinion' })
  @ApiOperation({
    operationId: 'opinionVersions',
    summary: 'The kept versions of a recorded opinion, newest first',
  })
  @ApiOkResponse({ type: OpinionVersionListDto })
  async versions(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @Param('opinionId', IdPipe) opinionId: string,
  ): Promise<OpinionVersionListDto> {
    const versions = await this.unitOfWork.read(actor, async (tx) =>
      opinionVersions(tx, await this.acts.open(tx, dossierId), opinionId),
    );
    return { items: versions.map(({ at, ...version }) => ({ ...version, at: at.toISOString() })) };
  }

  @Put('opinions/mine')
  @Policy({
    who: AUTHORS,
    dossier: true,
    note: 'The lead appraiser, an expert or a voting member of the council; declared first',
  })
  @ApiOperation({ operationId: 'saveOpinion', summary: 'Save the own opinion of this round' })
  @ApiOkResponse({ type: OpinionAnswerDto })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: SaveOpinionDto,
  ): Promise<OpinionAnswerDto> {
    const criteria = body.criteria.map((mark) => ({ ...mark }));
    return this.saving.save(actor, { dossierId, idempotencyKey, dryRun }, { ...body, criteria });
  }

  @Post('opinions/mine/record')
  @HttpCode(200)
  @Policy({ who: AUTHORS, dossier: true, note: 'The author of the draft' })
  @ApiOperation({ operationId: 'recordOpinion', summary: 'Record the own draft: it counts from then on' })
  @ApiOkResponse({ type: OpinionAnswerDto })
  record(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() { revision }: RecordOpinionDto,
  ): Promise<OpinionAnswerDto> {
    return this.saving.record(actor, { dossierId, idempotencyKey, dryRun }, revision);
  }
}
