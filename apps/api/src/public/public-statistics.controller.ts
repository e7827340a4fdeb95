import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CivilDate, civilDate, civilDateOf, CLOCK, type Clock } from '#kernel';
import { Policy } from '../http/policy.decorator.js';
import { PublicStatisticsDto, StatisticsQueryDto } from './public-statistics.dto.js';
import { KEPT_SECONDS, PublicStatistics } from './public-statistics.js';
import { statisticsPeriod } from './statistics-period.js';

const dayOf = (text: string | undefined): CivilDate | null => (text === undefined ? null : civilDate(text));

@ApiTags('Public')
@Controller('public/statistics')
export class PublicStatisticsController {
  constructor(
    @Inject(PublicStatistics) private readonly statistics: PublicStatistics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Header('cache-control', `public, max-age=${KEPT_SECONDS}`)
  @Policy({
    who: 'public',
    ignoresCredentials: true,
    note: 'Everybody, at a rate of its own: counts only, and none so small that a project shows',
  })
  @ApiOperation({
    operationId: 'getPublicStatistics',
    summary: 'How much was received and decided, how, how fast, and how many projects are covered',
  })
  @ApiOkResponse({ type: PublicStatisticsDto })
  of(@Query() { from, to }: StatisticsQueryDto): Promise<PublicStatisticsDto> {
    return this.statistics.of(statisticsPeriod(dayOf(from), dayOf(to), civilDateOf(this.clock.now())));
  }
}
