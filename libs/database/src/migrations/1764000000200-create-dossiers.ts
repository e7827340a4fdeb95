import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateDossiers1764000000200 implements MigrationInterface {
  name = 'CreateDossiers1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
