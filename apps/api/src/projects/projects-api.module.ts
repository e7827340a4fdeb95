import { Module } from '@nestjs/common';
import { ProjectsModule } from '#projects';
import { ProjectActsController } from './project-acts.controller.js';
import { ProjectCoverageController } from './project-coverage.controller.js';
import { ProjectMatchesController } from './project-matches.controller.js';
import { ProjectsController } from './projects.controller.js';

/** The register over HTTP. The coverage stands before the routes with an id. */
@Module({
  imports: [ProjectsModule],
  controllers: [
    ProjectCoverageController,
    ProjectMatchesController,
    ProjectsController,
    ProjectActsController,
  ],
})
export class ProjectsApiModule {}
