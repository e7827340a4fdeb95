import { Module } from '@nestjs/common';
import { ProjectImportsModule } from '#projects';
import { ImportReads } from './import-reads.js';
import { ImportRowsController } from './import-rows.controller.js';
import { ImportsController } from './imports.controller.js';

/** Lists brought into the register over HTTP; needs the global modules of documents, dossiers, identity and audit. */
@Module({
  imports: [ProjectImportsModule],
  controllers: [ImportsController, ImportRowsController],
  providers: [ImportReads],
})
export class ProjectImportsApiModule {}
