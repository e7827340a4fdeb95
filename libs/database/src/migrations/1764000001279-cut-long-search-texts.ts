import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What is written since is cut by `searchTextOf`, so that it fits into an index. In a transaction before the one that makes the
 * index, which would still hold the rows as they were.
 */
export class CutLongSearchTexts1764000001279 implements MigrationInterface {
  name = 'CutLongSearchTexts1764000001279';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE dossier SET search_text = left(search_text, 400) || ' ' || right(search_text, 150), revision = revision + 1
       WHERE octet_length(search_text) > 2300`);
  }

  /** What was cut is found by its beginning and end; it is written anew with the next change of its name. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
