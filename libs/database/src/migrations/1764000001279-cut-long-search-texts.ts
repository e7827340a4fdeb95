import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What is written since is cut by `searchTextOf`, so that it fits into an index. The table is written anew: rows as they were
 * before an UPDATE would be indexed with the others for as long as any transaction, one of autovacuum too, could still see them.
 */
export class CutLongSearchTexts1764000001279 implements MigrationInterface {
  name = 'CutLongSearchTexts1764000001279';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE dossier ALTER COLUMN search_text TYPE text USING
        CASE WHEN octet_length(search_text) > 2300 THEN left(search_text, 400) || ' ' || right(search_text, 150)
             ELSE search_text END`);
  }

  /** What was cut is found by its beginning and end; it is written anew with the next change of its name. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
