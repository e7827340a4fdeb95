import { Module } from '@nestjs/common';
import { AppraisalModule } from '#appraisal';
import { FindingActsController } from './finding-acts.controller.js';
import { MatchesController } from './matches.controller.js';
import { OpinionsController } from './opinions.controller.js';
import { ScreeningsController } from './screenings.controller.js';

/** Decisions on candidates and findings, evidence, opinions; needs the global DossiersModule. */
@Module({
  imports: [AppraisalModule],
  controllers: [MatchesController, FindingActsController, OpinionsController, ScreeningsController],
})
export class AppraisalApiModule {}
