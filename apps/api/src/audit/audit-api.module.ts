import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { DossierLog } from './dossier-log.js';
import { DossierLogController } from './dossier-log.controller.js';
import { SystemLog } from './system-log.js';
import { Verifications } from './verifications.js';
import { VerificationsController } from './verifications.controller.js';
import { WholeLog } from './whole-log.js';

/** The log over HTTP; needs the global modules of audit, dossiers and database. */
@Module({
  controllers: [AuditController, VerificationsController, DossierLogController],
  providers: [SystemLog, WholeLog, DossierLog, Verifications],
})
export class AuditApiModule {}
