import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE INDEX audit_entry_backup ON audit_entry (at) WHERE action = 'backup.taken';
COMMENT ON INDEX audit_entry_backup IS 'When the last backup was taken: read for figures every few seconds';
`;
const DOWN = 'DROP INDEX audit_entry_backup;';

/** Makes the age of the last backup cheap to tell, however long the log is. */
export class FindTheLastBackup1764000001151 implements MigrationInterface {
  name = 'FindTheLastBackup1764000001151';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
