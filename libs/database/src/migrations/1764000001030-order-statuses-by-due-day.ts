import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A page of one status, due first, begins where it stands: what is decided has no day and lay behind everything open. */
export class OrderStatusesByDueDay1764000001030 implements MigrationInterface {
  name = 'OrderStatusesByDueDay1764000001030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX dossier_status_due ON dossier (authority_id, status, due_on NULLS LAST, id);
      DROP INDEX dossier_status;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX dossier_status ON dossier (authority_id, status, id);
      DROP INDEX dossier_status_due;
    `);
  }
}
