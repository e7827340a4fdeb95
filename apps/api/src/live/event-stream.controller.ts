import { Controller, Get, Headers, Inject, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type ApiReply, type ApiRequest, type Principal } from '../http/api-request.types.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentPrincipal } from '../http/request.decorators.js';
import { EventStreams } from './event-streams.js';

export const EVENTS_ROUTE = '/api/v1/events';
const TYPE = 'text/event-stream; charset=utf-8';

@ApiTags('Live')
@Controller('events')
export class EventStreamController {
  constructor(@Inject(EventStreams) private readonly streams: EventStreams) {}

  @Get()
  @Policy({
    who: 'signed_in',
    note: 'Ids and codes of what one may see at that moment; an EventSource of this origin needs no CSRF token',
    opensEventSource: true,
  })
  @ApiOperation({
    operationId: 'streamEvents',
    summary: 'What changes while one looks: a stream of server-sent events (docs/how-to/live-events.md)',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    schema: { type: 'string', maxLength: 4000 },
    description: 'The cursor of the last event of an earlier stream; one that is no longer good starts anew',
  })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    description: 'Events ready, dossier, gone, project, presence, notification, refresh, end',
    schema: { type: 'string' },
  })
  open(
    @CurrentPrincipal() principal: Principal,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() { method }: Pick<ApiRequest, 'method'>,
    @Res({ passthrough: true }) reply: ApiReply,
  ): StreamableFile {
    reply.header('cache-control', 'no-store, no-transform').header('x-accel-buffering', 'no');
    if (method === 'HEAD') return new StreamableFile(Buffer.alloc(0), { type: TYPE });
    return new StreamableFile(this.streams.open(principal, lastEventId).body, { type: TYPE });
  }
}
