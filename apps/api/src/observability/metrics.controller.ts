import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Refusal } from '#kernel';
import { mayScrape } from '#observability';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type ApiReply, type ApiRequest } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { ApiMetrics } from './api-metrics.js';
import { inTime } from './in-time.js';
import { OperatingState } from './operating-state.js';

@ApiTags('Health')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(ApiMetrics) private readonly metrics: ApiMetrics,
    @Inject(OperatingState) private readonly state: OperatingState,
  ) {}

  @Get()
  @Policy({
    who: 'public',
    ignoresCredentials: true,
    note: 'No account: the token of METRICS_TOKEN, or a program of the same machine; counts and ages, nothing of anybody',
  })
  @ApiOperation({ operationId: 'metrics', summary: 'Figures in the text format of Prometheus' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotFoundResponse({ description: 'For whoever may not read figures' })
  async read(
    @Req() request: ApiRequest & { socket: { remoteAddress?: string } },
    @Res({ passthrough: true }) reply: ApiReply,
  ): Promise<string> {
    const { headers, socket } = request;
    if (!mayScrape(this.config.metricsToken, { remoteAddress: socket.remoteAddress, headers }))
      throw new Refusal('not_found');
    const figures = await inTime(this.state.figures()).catch(() => null);
    reply.type(this.metrics.contentType).header('cache-control', 'no-store');
    return this.metrics.text(figures);
  }
}
