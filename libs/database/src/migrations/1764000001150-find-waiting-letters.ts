import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE INDEX letter_waiting ON letter (created_at) WHERE status = 'draft';
COMMENT ON INDEX letter_waiting IS 'How many drafts wait and since when: read for figures every few seconds';
`;
const DOWN = 'DROP INDEX letter_waiting;';

/** Makes the figure of waiting letters cheap, however many were issued. */
export class FindWaitingLetters1764000001150 implements MigrationInterface {
  name = 'FindWaitingLetters1764000001150';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
