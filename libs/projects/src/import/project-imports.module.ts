import { Module } from '@nestjs/common';
import { ImportRuns } from './import-runs.js';
import { ProjectImports } from './project-imports.js';

/** Lists that people bring into the register; needs the global modules of database, audit, dossiers and documents. */
@Module({ providers: [ProjectImports], exports: [ProjectImports] })
export class ProjectImportsModule {}

/** The background work of imports, for the worker. */
@Module({ providers: [ImportRuns], exports: [ImportRuns] })
export class ImportRunsModule {}
