import { Module } from '@nestjs/common';
import { ProjectActs } from './acts/project-acts.js';

/** The register of investment projects; needs the global modules of database and audit. */
@Module({ providers: [ProjectActs], exports: [ProjectActs] })
export class ProjectsModule {}
