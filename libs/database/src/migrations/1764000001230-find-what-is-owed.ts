import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The counts of a worklist walk over what is still owed: a small part of all dossiers, found without looking at the rest. */
export class FindWhatIsOwed1764000001230 implements MigrationInterface {
  name = 'FindWhatIsOwed1764000001230';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX dossier_owed ON dossier (authority_id, due_on NULLS LAST, id)
        WHERE status NOT IN ('returned', 'withdrawn', 'discontinued')
          AND (status NOT IN ('approved', 'approved_with_conditions', 'refused') OR due_on IS NOT NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX dossier_owed');
  }
}
