import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { COVERAGE_GROUPINGS } from '#contracts';
import { UnitOfWork } from '#database';
import { type RawQuery } from '#dossiers';
import { type Actor } from '#kernel';
import {
  type Coverage,
  coverageOf,
  parseCoverageQuery,
  parseRefusalsQuery,
  type RefusalsFollowed,
  refusalsFollowed,
} from '#projects';
import { type ApiRequest } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { CoverageDto, RefusalsFollowedDto } from './project-answers.dto.js';
import { READS } from './project-rights.js';
import { WithProjectFilter } from './with-project-filter.decorator.js';

@ApiTags('Projects')
@Controller('projects/coverage')
export class ProjectCoverageController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @Policy(READS)
  @ApiOperation({
    operationId: 'getCoverage',
    summary: 'How many projects are appraised: exact numbers, each with the query that lists its projects',
  })
  @ApiQuery({ name: 'by', required: false, enum: COVERAGE_GROUPINGS })
  @WithProjectFilter('standing', 'late', 'undated')
  @ApiOkResponse({ type: CoverageDto })
  coverage(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<Coverage> {
    const query = parseCoverageQuery(request.query as RawQuery);
    return this.unitOfWork.read(actor, (tx) => coverageOf(tx, query));
  }

  @Get('refusals')
  @Policy(READS)
  @ApiOperation({
    operationId: 'getRefusalsFollowed',
    summary: 'What the project authorities made of our refusals',
  })
  @WithProjectFilter('standing', 'followed', 'late', 'undated')
  @ApiOkResponse({ type: RefusalsFollowedDto })
  refusals(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<RefusalsFollowed> {
    const filter = parseRefusalsQuery(request.query as RawQuery);
    return this.unitOfWork.read(actor, (tx) => refusalsFollowed(tx, filter));
  }
}
