import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateAudit1764000000300 implements MigrationInterface {
  name = 'CreateAudit1764000000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
