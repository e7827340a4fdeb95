import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateDocumentsAndLetters1764000000400 implements MigrationInterface {
  name = 'CreateDocumentsAndLetters1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
