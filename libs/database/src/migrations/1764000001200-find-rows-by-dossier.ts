import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a command or a page asks for by its dossier, clock or condition, whatever state it is in. */
const INDEXES = [
  ['annex_check_dossier', 'annex_check (dossier_id, round)'],
  ['assignment_dossier', 'assignment (dossier_id)'],
  ['clock_alarm_clock', 'clock_alarm (clock_id)'],
  ['clock_stop_clock', 'clock_stop (clock_id, from_on)'],
  ['conclusion_dossier', 'conclusion (dossier_id)'],
  ['condition_alarm_condition', 'condition_alarm (condition_id)'],
  ['list_decision_dossier', 'list_decision (dossier_id)'],
  ['user_role_role', 'user_role (role, user_id)'],
] as const;

/** Partial indexes found the open rows only; every command walked over these tables, which grow with each dossier. */
export class FindRowsByDossier1764000001200 implements MigrationInterface {
  name = 'FindRowsByDossier1764000001200';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of INDEXES) await runner.query(`CREATE INDEX ${name} ON ${columns}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.query(`DROP INDEX ${name}`);
  }
}
