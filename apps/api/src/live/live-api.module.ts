import { Module } from '@nestjs/common';
import { EventStreamController } from './event-stream.controller.js';
import { EventStreams } from './event-streams.js';
import { PresenceController } from './presence.controller.js';

/** What changes while people look, and who else looks. */
@Module({ controllers: [EventStreamController, PresenceController], providers: [EventStreams] })
export class LiveApiModule {}
