import { Module } from '@nestjs/common';
import { LawApiModule } from '../law/law-api.module.js';
import { PublicLettersController } from './public-letters.controller.js';
import { PublicServiceController } from './public-service.controller.js';
import { PublicStatistics } from './public-statistics.js';
import { PublicStatisticsController } from './public-statistics.controller.js';
import { PublicTrackingController } from './public-tracking.controller.js';

/** What everybody may ask without an account. */
@Module({
  imports: [LawApiModule],
  controllers: [
    PublicLettersController,
    PublicServiceController,
    PublicStatisticsController,
    PublicTrackingController,
  ],
  providers: [PublicStatistics],
})
export class PublicApiModule {}
