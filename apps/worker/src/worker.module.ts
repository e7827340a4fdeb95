import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '#audit';
import { CaseworkModule } from '#casework';
import { type DatabaseConfig, DatabaseModule } from '#database';
import { DocumentsModule } from '#documents';
import { DossiersModule } from '#dossiers';
import { AccessPolicy } from '#identity';
import { type Clock, systemClock } from '#kernel';
import { type Pack } from '#law';
import { ImportRunsModule } from '#projects';
import { type WorkerConfig } from './config.js';

/** The parts of the system that the worker's jobs need; no HTTP. */
@Module({})
export class WorkerModule {
  static register(config: WorkerConfig, packs: readonly Pack[], clock: Clock = systemClock): DynamicModule {
    const policy = {
      module: AccessPolicyModule,
      global: true,
      providers: [AccessPolicy],
      exports: [AccessPolicy],
    };
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot(patient({ ...config.database, poolSize: 4 }), clock),
        policy,
        AuditModule.forRoot(config),
        DossiersModule.forRoot({ packs, mode: config.mode }),
        DocumentsModule.forRoot(config),
        CaseworkModule.forRoot(config),
        ImportRunsModule,
      ],
    };
  }
}

/** Nobody waits at a screen for the worker, whose statements go over whole tables; for ever it does not wait either. */
const STATEMENT_SECONDS = 300;
export const patient = (config: DatabaseConfig): DatabaseConfig => ({
  ...config,
  statementSeconds: STATEMENT_SECONDS,
});

/** The worker acts as the system: it needs the policy, not people's sessions. */
@Module({})
class AccessPolicyModule {}
