import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A search that many dossiers match walks down the list by its index alone, without a look at the rows. */
export class WalkDownTheList1764000001280 implements MigrationInterface {
  name = 'WalkDownTheList1764000001280';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX dossier_due;
      CREATE INDEX dossier_due ON dossier (authority_id, due_on NULLS LAST, id) INCLUDE (status, search_text);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX dossier_due;
      CREATE INDEX dossier_due ON dossier (authority_id, due_on NULLS LAST, id);
    `);
  }
}
