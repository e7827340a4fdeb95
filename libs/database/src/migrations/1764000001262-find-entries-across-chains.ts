import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The log of all chains by person, by act and by refusal, the newest first; by time alone there is an index already. */
export class FindEntriesAcrossChains1764000001262 implements MigrationInterface {
  name = 'FindEntriesAcrossChains1764000001262';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX audit_entry_actor ON audit_entry (actor_id, at, id);
      CREATE INDEX audit_entry_action ON audit_entry (action, at, id);
      CREATE INDEX audit_entry_refused ON audit_entry (at, id) WHERE outcome = 'refused'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_entry_actor, audit_entry_action, audit_entry_refused');
  }
}
