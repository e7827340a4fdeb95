import { Module } from '@nestjs/common';
import { ASSIGNMENT_NEWS, AssignmentsModule } from '#assignments';
import { AssignmentsController } from './assignments.controller.js';
import { DossierPeopleController } from './dossier-people.controller.js';
import { TellHeads } from './tell-heads.js';

/** Assignments, declarations, workload; needs the global DossiersModule. */
@Module({
  imports: [AssignmentsModule.register({ provide: ASSIGNMENT_NEWS, useClass: TellHeads })],
  controllers: [AssignmentsController, DossierPeopleController],
})
export class AssignmentsApiModule {}
