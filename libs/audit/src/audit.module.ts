import { type DynamicModule, Module } from '@nestjs/common';
import { AccessLog } from './access-log.js';
import { AuditLog } from './audit-log.js';
import { CheckpointArchive } from './checkpoint-archive.js';
import { CHECKPOINT_SIGNER } from './checkpoint-signer.js';
import { Checkpoints } from './checkpoints.js';
import { ErasureArchive } from './erasure-archive.js';
import { openFileSigner } from './file-checkpoint-signer.js';

/** The log, the log of reads and the checkpoints; needs the global DatabaseModule. */
@Module({})
export class AuditModule {
  /** @param keyFolder where the signing key and the signed checkpoints live; created with a new key when it is empty. */
  static forRoot({ keyFolder }: { keyFolder: string }): DynamicModule {
    const signer = { provide: CHECKPOINT_SIGNER, useFactory: () => openFileSigner(keyFolder) };
    // The signer creates the folder.
    const archive = {
      provide: CheckpointArchive,
      inject: [CHECKPOINT_SIGNER],
      useFactory: () => new CheckpointArchive(keyFolder),
    };
    const erasures = {
      provide: ErasureArchive,
      inject: [CHECKPOINT_SIGNER],
      useFactory: () => new ErasureArchive(keyFolder),
    };
    const services = [AuditLog, AccessLog, Checkpoints];
    return {
      module: AuditModule,
      global: true,
      providers: [signer, archive, erasures, ...services],
      exports: [CHECKPOINT_SIGNER, ...services],
    };
  }
}
