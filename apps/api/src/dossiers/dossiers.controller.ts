import { Body, Controller, Get, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { ChangeFacts, consultedView, CreateDraft, dossierParts, dossierView, timelineOf } from '#casework';
import { UnitOfWork } from '#database';
import {
  DossierActs,
  type DossierPage,
  factsVersionsOf,
  LawRegistry,
  listDossiers,
  parseListQuery,
  type RawQuery,
  SORT_KEYS,
  type TabCounts,
  tabCounts,
} from '#dossiers';
import { visibleDossiersSql } from '#identity';
import { type Actor, civilDateOf } from '#kernel';
import { type ApiRequest } from '../http/api-request.types.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, IdempotencyKey, IfMatch } from '../http/request.decorators.js';
import { plain } from './command-body.js';
import { DossierDto, TimelineDto } from './dossier-view.dto.js';
import { WithListFilter } from './with-list-filter.decorator.js';
import { ChangeDossierDto, DossierPageDto, NewDossierDto, TabCountsDto } from './dossiers.dto.js';

const SEES = {
  who: 'signed_in',
  dossier: true,
  note: 'Whoever may see the dossier by the access policy',
} as const;

@ApiTags('Dossiers')
@Controller('dossiers')
export class DossiersController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DossierActs) private readonly acts: DossierActs,
    @Inject(LawRegistry) private readonly law: LawRegistry,
    @Inject(CreateDraft) private readonly createDraft: CreateDraft,
    @Inject(ChangeFacts) private readonly changeFacts: ChangeFacts,
  ) {}

  @Post()
  @Policy({
    who: ['investor', 'requester', 'clerk'],
    note: 'For the own organisation; a clerk on behalf of one',
  })
  @ApiOperation({ operationId: 'createDossier', summary: 'Open a draft' })
  @ApiCreatedResponse({ type: DossierDto, description: 'The new draft' })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewDossierDto,
    @IdempotencyKey() key: string | null,
  ) {
    const { id } = await this.createDraft.run(actor, plain(body), key);
    return this.view(actor, id);
  }

  @Get()
  @Policy({
    who: 'signed_in',
    dossier: true,
    note: 'Only dossiers that the access policy shows; counts by the same predicate',
  })
  @ApiOperation({ operationId: 'listDossiers', summary: 'One keyset page of dossiers' })
  @WithListFilter()
  @ApiQuery({ name: 'sort', required: false, enum: SORT_KEYS.flatMap((key) => [key, `-${key}`]) })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'count', required: false, enum: ['true', 'false'] })
  @ApiOkResponse({ type: DossierPageDto })
  list(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<DossierPage> {
    const query = parseListQuery(request.query as RawQuery);
    return this.unitOfWork.read(actor, (tx) =>
      listDossiers(tx, query, (offset) => visibleDossiersSql(tx, offset), civilDateOf(tx.at)),
    );
  }

  @Get('counts')
  @Policy({
    who: 'signed_in',
    note: 'Counts what the access policy shows to the reader, by the predicate of the list',
  })
  @ApiOperation({
    operationId: 'countDossiers',
    summary:
      'How many dossiers each tab of the worklist holds under the same filter, and how many of this tab are near, overdue, waiting',
  })
  @WithListFilter()
  @ApiOkResponse({ type: TabCountsDto })
  counts(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<TabCounts> {
    const query = parseListQuery(request.query as RawQuery);
    return this.unitOfWork.read(actor, (tx) =>
      tabCounts(tx, query, (offset) => visibleDossiersSql(tx, offset), civilDateOf(tx.at)),
    );
  }

  @Get(':id')
  @Policy(SEES)
  @ApiOperation({ operationId: 'getDossier', summary: 'A dossier with its facts, law and open request' })
  @ApiOkResponse({ type: DossierDto })
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.view(actor, id);
  }

  @Patch(':id')
  @Policy({
    who: ['investor', 'requester', 'clerk', 'appraiser'],
    dossier: true,
    note: 'Owner in editable statuses; lead appraiser as abstract of paper',
  })
  @ApiOperation({
    operationId: 'changeFacts',
    summary: 'Save technology facts as a new version, or particulars',
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) dossierId: string,
    @IfMatch() expectedRevision: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @Body() body: ChangeDossierDto,
  ) {
    const { facts, particulars } = plain(body);
    const change = {
      ...(facts === undefined ? {} : { sections: facts }),
      ...(particulars === undefined ? {} : { particulars }),
    };
    return this.changeFacts.run(actor, { dossierId, ...change, expectedRevision, idempotencyKey });
  }

  @Get(':id/facts')
  @Policy(SEES)
  @ApiOperation({
    operationId: 'listFactsVersions',
    summary: 'Versions of the facts with their differences, newest first',
  })
  async facts(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.unitOfWork.read(actor, async (tx) => {
      const { row, scope } = await this.acts.open(tx, id, { asConsulted: true });
      const versions = await factsVersionsOf(tx, id);
      if (scope !== 'consultation') return { items: versions };
      // Whoever is only consulted answers about the facts as they are, not about how they came to be.
      const current = versions.filter(({ version }) => version === row.factsVersion);
      return { items: current.map((version) => ({ ...version, changes: [] })) };
    });
  }

  @Get(':id/timeline')
  @Policy(SEES)
  @ApiOperation({
    operationId: 'getTimeline',
    summary: 'What happened, newest first; internal steps only inside the house',
  })
  @ApiOkResponse({ type: TimelineDto })
  timeline(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: await timelineOf(tx, await this.acts.open(tx, id)),
    }));
  }

  private view(actor: Actor, id: string) {
    return this.unitOfWork.read(actor, async (tx) => {
      const opening = this.acts.open(tx, id, { asConsulted: true });
      const asked = dossierParts(tx, id);
      // Of statements that fail together the first one says why.
      asked.catch(() => undefined);
      const opened = await opening;
      const lawSet = await this.law.governing(tx, opened.row, opened.row.receivedOn ?? civilDateOf(tx.at));
      const shown = { lawSet, parts: await asked };
      return opened.scope === 'consultation' ? consultedView(opened, shown) : dossierView(tx, opened, shown);
    });
  }
}
