import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE INDEX letter_issued ON letter (issued_on DESC, issued_at DESC, id DESC) WHERE status = 'issued';
COMMENT ON INDEX letter_issued IS 'The register of issued letters, newest first, page by page and by period';
`;
const DOWN = 'DROP INDEX letter_issued;';

/** Makes a page of the register of issued letters cheap, however many there are. */
export class FindIssuedLetters1764000001255 implements MigrationInterface {
  name = 'FindIssuedLetters1764000001255';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
