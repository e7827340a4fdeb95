import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { AUDIT_ACCESS, AUDIT_CHECKPOINTS, AUDIT_GUARDS, AUDIT_LOG, AUDIT_RIGHTS } from './audit.sql.js';

/** The evidence: hash chains, payloads apart, signed checkpoints, the log of reads. */
export class CreateAudit1764000000300 implements MigrationInterface {
  name = 'CreateAudit1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [AUDIT_LOG, AUDIT_CHECKPOINTS, AUDIT_ACCESS, AUDIT_GUARDS, AUDIT_RIGHTS])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE checkpoint_leaf, checkpoint, signing_key, access_log, access_batch, audit_payload, audit_entry, audit_chain_head;
      DROP FUNCTION audit_lock_chain(uuid), audit_extend_head(), audit_allow_erasure(), audit_refuse_change();
    `);
  }
}
