import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class CreateAppraisal1764000000500 implements MigrationInterface {
  name = 'CreateAppraisal1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1');
  }
}
