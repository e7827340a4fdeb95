import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '#database';
import { type Actor } from '#kernel';
import { markNotificationRead, markNotificationsRead, myNotifications } from '#notifications';
import { IdPipe } from '../http/id.pipe.js';
import { languageOf } from '../http/language.js';
import { Policy } from '../http/policy.decorator.js';
import { CurrentActor } from '../http/request.decorators.js';
import { NotificationPageDto, NotificationQueryDto, ReadUntilDto, UnreadDto } from './notifications.dto.js';

@ApiTags('Notifications')
@Controller('notifications')
@Policy({ who: 'signed_in', note: 'The own news, of dossiers that one may still see' })
export class NotificationsController {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @ApiOperation({
    operationId: 'listNotifications',
    summary: 'My notifications, newest first, with the number of unread ones',
  })
  @ApiOkResponse({ type: NotificationPageDto })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor, unread }: NotificationQueryDto,
    @Headers('accept-language') acceptLanguage: string | undefined,
  ): Promise<NotificationPageDto> {
    const query = { limit, cursor: cursor ?? null, unreadOnly: unread, language: languageOf(acceptLanguage) };
    const page = await this.unitOfWork.read(actor, (tx) => myNotifications(tx, query));
    const items = page.items.map(({ at, readAt, ...item }) => ({
      ...item,
      at: at.toISOString(),
      readAt: readAt?.toISOString() ?? null,
    }));
    return { ...page, items };
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'readNotifications',
    summary: 'Mark everything as read that was told up to an instant, as a rule that of the newest one shown',
  })
  @ApiOkResponse({ type: UnreadDto })
  readAll(@CurrentActor() actor: Actor, @Body() { until }: ReadUntilDto): Promise<UnreadDto> {
    return this.unitOfWork.run(actor, (tx) => markNotificationsRead(tx, new Date(until)));
  }

  @Post(':id/read')
  @HttpCode(200)
  @ApiOperation({ operationId: 'readNotification', summary: 'Mark a notification as read' })
  @ApiOkResponse({ type: UnreadDto })
  read(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<UnreadDto> {
    return this.unitOfWork.run(actor, (tx) => markNotificationRead(tx, id));
  }
}
