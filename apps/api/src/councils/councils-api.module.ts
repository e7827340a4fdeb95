import { Module } from '@nestjs/common';
import { ConsultationFormController } from './consultation-form.controller.js';
import { CouncilMotionsController } from './council-motions.controller.js';
import { CouncilSessionsController } from './council-sessions.controller.js';
import { CouncilsController } from './councils.controller.js';
import { MyCouncilsController } from './my-councils.controller.js';

/** The form of consultation and councils; needs the global CaseworkModule. */
@Module({
  controllers: [
    ConsultationFormController,
    CouncilsController,
    CouncilSessionsController,
    CouncilMotionsController,
    MyCouncilsController,
  ],
})
export class CouncilsApiModule {}
