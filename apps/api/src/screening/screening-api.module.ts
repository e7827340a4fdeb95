import { Module } from '@nestjs/common';
import { LawApiModule } from '../law/law-api.module.js';
import { FindCandidates } from './find-candidates.js';
import { PreviewController } from './preview.controller.js';
import { PreviewScreening } from './preview-screening.js';

/** Screening for people without a dossier; needs the global DossiersModule for the law. */
@Module({
  imports: [LawApiModule],
  controllers: [PreviewController],
  providers: [PreviewScreening, FindCandidates],
})
export class ScreeningApiModule {}
