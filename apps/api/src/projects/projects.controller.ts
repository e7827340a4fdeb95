import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Patch,
  Post,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { AccessLog } from '#audit';
import { UnitOfWork } from '#database';
import { actingRoleOf, type RawQuery } from '#dossiers';
import { type Actor } from '#kernel';
import {
  changeProject,
  enterProject,
  findDuplicates,
  listProjects,
  openProject,
  parseExportQuery,
  parseProjectQuery,
  PROJECT_SORT_KEYS,
  ProjectActs,
  type ProjectPage,
  projectView,
  proposeMatchesFor,
} from '#projects';
import { type ApiReply, type ApiRequest } from '../http/api-request.types.js';
import { csvAnswer } from '../http/csv-answer.js';
import { IdPipe } from '../http/id.pipe.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor, DryRun, IdempotencyKey, IfMatch } from '../http/request.decorators.js';
import { exportLines } from './project-export.js';
import { DuplicatesDto, ProjectDto } from './project-answers.dto.js';
import { READS, WRITES } from './project-rights.js';
import {
  ChangeProjectDto,
  CheckDuplicatesDto,
  NewProjectDto,
  projectOf,
  ProjectPageDto,
} from './projects.dto.js';
import { WithProjectFilter } from './with-project-filter.decorator.js';

@ApiTags('Projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ProjectActs) private readonly acts: ProjectActs,
    @Inject(AccessLog) private readonly accessLog: AccessLog,
  ) {}

  @Get()
  @Policy(READS)
  @ApiOperation({
    operationId: 'listProjects',
    summary: 'One keyset page of the register of investment projects',
  })
  @WithProjectFilter()
  @ApiQuery({ name: 'sort', required: false, enum: PROJECT_SORT_KEYS.flatMap((key) => [key, `-${key}`]) })
  @ApiQuery({ name: 'limit', required: false, type: Number })
  @ApiQuery({ name: 'cursor', required: false })
  @ApiQuery({ name: 'count', required: false, enum: ['true', 'false'] })
  @ApiOkResponse({ type: ProjectPageDto })
  async list(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<ProjectPage> {
    const query = parseProjectQuery(request.query as RawQuery);
    const page = await this.unitOfWork.read(actor, (tx) => listProjects(tx, query));
    const action = query.q === null ? 'listed' : 'searched';
    this.accessLog.note(actor, action, {
      actorRole: actingRoleOf(actor),
      subject: { kind: 'list', id: 'projects' },
    });
    return page;
  }

  @Get('export.csv')
  @Policy(READS)
  @ApiOperation({
    operationId: 'exportProjects',
    summary: 'The whole list as CSV, by the same filters; every export is logged',
  })
  @WithProjectFilter()
  @ApiQuery({ name: 'sort', required: false, enum: PROJECT_SORT_KEYS.flatMap((key) => [key, `-${key}`]) })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<StreamableFile> {
    const query = parseExportQuery(request.query as RawQuery);
    await this.unitOfWork.run(actor, (tx) =>
      this.accessLog.write(tx, 'exported', {
        subject: { kind: 'list', id: 'projects' },
        actorRole: actingRoleOf(actor),
      }),
    );
    return csvAnswer(reply, 'so-theo-doi-du-an.csv', exportLines(this.unitOfWork, actor, query));
  }

  @Post()
  @Policy(WRITES)
  @ApiOperation({
    operationId: 'createProject',
    summary: 'Enter a project, unless it looks like one that is there; matching dossiers are proposed',
  })
  @ApiCreatedResponse({ type: ProjectDto, description: 'The project with all that is on record about it' })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: NewProjectDto,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
  ) {
    const draft = projectOf(body);
    return this.acts.create(
      actor,
      { action: 'create', body: { ...body }, idempotencyKey, dryRun },
      async (tx) => {
        const id = await enterProject(tx, draft, 'manual', body.isAnother ?? false);
        await proposeMatchesFor(tx, { id, ...draft });
        return projectView(tx, id);
      },
    );
  }

  @Post('duplicates')
  @HttpCode(200)
  @Policy(WRITES)
  @ApiOperation({
    operationId: 'checkDuplicates',
    summary: 'Which projects of the register a draft looks like',
  })
  @ApiOkResponse({ type: DuplicatesDto })
  async check(@CurrentActor() actor: Actor, @Body() body: CheckDuplicatesDto) {
    const register = await this.unitOfWork.read(actor, (tx) => findDuplicates(tx, [body]));
    return { items: register.map(({ index: _index, ...found }) => found) };
  }

  @Get(':id')
  @Policy(READS)
  @ApiOperation({
    operationId: 'getProject',
    summary: 'A project with its standing, matches, decisions, exemptions and history',
  })
  @ApiOkResponse({ type: ProjectDto })
  async get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    const view = await this.unitOfWork.read(actor, (tx) => projectView(tx, id));
    this.accessLog.note(actor, 'read', { actorRole: actingRoleOf(actor), subject: { kind: 'project', id } });
    return view;
  }

  @Patch(':id')
  @Policy(WRITES)
  @ApiOperation({ operationId: 'changeProject', summary: 'Correct what is known of a project' })
  @ApiOkResponse({ type: ProjectDto })
  change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) projectId: string,
    @IfMatch() expectedRevision: number,
    @IdempotencyKey() idempotencyKey: string | null,
    @DryRun() dryRun: boolean,
    @Body() body: ChangeProjectDto,
  ) {
    const changes = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
    const act = {
      projectId,
      action: 'change' as const,
      body: changes,
      idempotencyKey,
      expectedRevision,
      dryRun,
    };
    return this.acts.run(actor, act, async (tx, row) => {
      const changed = await changeProject(tx, row, changes);
      await proposeMatchesFor(tx, changed);
      return projectView(tx, projectId);
    });
  }

  @Get(':id/duplicates')
  @Policy(READS)
  @ApiOperation({ operationId: 'listDuplicates', summary: 'Projects that look like this one, likest first' })
  @ApiOkResponse({ type: DuplicatesDto })
  async duplicates(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.unitOfWork.read(actor, async (tx) => {
      const register = await findDuplicates(tx, [await openProject(tx, id)], id);
      return { items: register.map(({ index: _index, ...found }) => found) };
    });
  }
}
