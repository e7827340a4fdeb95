import { Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { type Dashboard, dashboardOf, parsePeriod, parseWeek, type WeekPage, weekPageOf } from '#casework';
import { UnitOfWork } from '#database';
import { LawRegistry, type RawQuery } from '#dossiers';
import { type Actor, civilDateOf } from '#kernel';
import { type ApiRequest } from '../http/api-request.types.js';
import { Policy, type RoutePolicy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { DashboardDto, WeekPageDto } from './reports.dto.js';

const LEADS: RoutePolicy = {
  who: ['head', 'leader', 'province_leader', 'auditor'],
  note: 'Figures of what the access policy shows to the reader: a conflict of interest is counted nowhere',
};

@ApiTags('Reports')
@Controller('reports')
export class ReportsController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(LawRegistry) private readonly law: LawRegistry,
  ) {}

  @Get('dashboard')
  @Policy(LEADS)
  @ApiOperation({
    operationId: 'getDashboard',
    summary: 'The figures of the house; each number carries the query that opens exactly its list',
  })
  @ApiQuery({ name: 'from', required: false, description: 'First day of decision; 1 January when not given' })
  @ApiQuery({ name: 'to', required: false, description: 'Last day of decision; today when not given' })
  @ApiOkResponse({ type: DashboardDto })
  dashboard(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<Dashboard> {
    return this.unitOfWork.read(actor, (tx) => {
      const today = civilDateOf(tx.at);
      const calendar = this.law.calendarOf(this.law.compose('opinion', today));
      return dashboardOf(tx, calendar, parsePeriod(request.query as RawQuery, today));
    });
  }

  @Get('week')
  @Policy(LEADS)
  @ApiOperation({
    operationId: 'getWeekPage',
    summary: 'The Monday page: what is due, about to fall silent, refused, not covered; one A4',
  })
  @ApiQuery({
    name: 'on',
    required: false,
    description: 'A day of the week that is meant; today when not given',
  })
  @ApiOkResponse({ type: WeekPageDto })
  week(@CurrentActor() actor: Actor, @Req() request: ApiRequest): Promise<WeekPage> {
    return this.unitOfWork.read(actor, (tx) =>
      weekPageOf(tx, parseWeek(request.query as RawQuery, civilDateOf(tx.at))),
    );
  }
}
