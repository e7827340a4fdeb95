import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Figures ask for the decisions of a period and for the reply clocks that run out next, out of all that there ever were. */
export class FindDecisionsByDay1764000001231 implements MigrationInterface {
  name = 'FindDecisionsByDay1764000001231';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX decision_day ON decision (decided_at, dossier_id, round);
      CREATE INDEX clock_reply_runs ON clock (due_on, dossier_id) WHERE purpose = 'reply' AND state = 'running';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX decision_day, clock_reply_runs');
  }
}
