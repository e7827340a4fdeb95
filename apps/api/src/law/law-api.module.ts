import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { LawController } from './law.controller.js';
import { LawSetsController } from './law-sets.controller.js';
import { LawOfDay } from './law-of-day.js';
import { PacksController } from './packs.controller.js';
import { WorkCalendar } from './work-calendar.js';

/** The law for readers; needs the global DossiersModule, which loads it. */
@Module({
  controllers: [PacksController, LawController, LawSetsController, CalendarController],
  providers: [LawOfDay, WorkCalendar],
  exports: [LawOfDay],
})
export class LawApiModule {}
