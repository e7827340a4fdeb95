import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications.controller.js';

/** What people were told. */
@Module({ controllers: [NotificationsController] })
export class NotificationsApiModule {}
