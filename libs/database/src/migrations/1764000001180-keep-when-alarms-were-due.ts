import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
ALTER TABLE clock_alarm ADD COLUMN retry_at timestamptz(3),
  ADD CONSTRAINT clock_alarm_retries_what_failed CHECK (retry_at IS NULL OR attempts > 0);
ALTER TABLE condition_alarm ADD COLUMN retry_at timestamptz(3),
  ADD CONSTRAINT condition_alarm_retries_what_failed CHECK (retry_at IS NULL OR attempts > 0);
COMMENT ON COLUMN clock_alarm.retry_at IS 'After a failure: not before this instant again. fire_at stays the instant at which it was due.';
COMMENT ON COLUMN condition_alarm.retry_at IS 'After a failure: not before this instant again. fire_at stays the instant at which it was due.';
`;
const DOWN = `
ALTER TABLE clock_alarm DROP COLUMN retry_at;
ALTER TABLE condition_alarm DROP COLUMN retry_at;
`;

/** When an alarm was due is kept apart from when it is tried again, so that one that fails for ever is seen. */
export class KeepWhenAlarmsWereDue1764000001180 implements MigrationInterface {
  name = 'KeepWhenAlarmsWereDue1764000001180';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
