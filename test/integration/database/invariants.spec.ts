import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestApi, type TestApi } from '../../support/api.js';
import { aDossier } from '../../support/dossier-builder.js';
import { type DossierDriver } from '../../support/dossier-driver.js';

let api: TestApi;
let client: pg.Client;
let dossier: DossierDriver;
beforeAll(async () => {
  api = await startTestApi({ label: 'invariants' });
  dossier = await aDossier(api).asRequest().approved().open();
  const { host, port, user, password, database } = api.db.app;
  client = new pg.Client({ host, port, user, password, database });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client?.end();
  await api?.close();
});

/** Runs statements in one transaction of the application's role; what refused it, or `committed`. */
async function outcome(...statements: string[]): Promise<string> {
  await client.query('BEGIN');
  try {
    for (const statement of statements) await client.query(statement.replaceAll(':id', `'${dossier.id}'`));
    await client.query('COMMIT');
    return 'committed';
  } catch (error) {
    await client.query('ROLLBACK');
    const { constraint, code } = error as pg.DatabaseError;
    return constraint ?? code ?? 'unknown';
  }
}
const NOW = "'2026-07-15T03:00:00Z'";
const SOMEBODY = "'00000003-0000-4000-8000-000000000012'";
const move = (changes: string) => `UPDATE dossier SET revision = revision + 1, ${changes} WHERE id = :id`;
const log = (step: string, from: string, to: string) =>
  `INSERT INTO dossier_transition (dossier_id, step, command, from_status, to_status, actor_id, actor_role, round, at)
   SELECT id, ${step}, 'reopen', '${from}', '${to}', ${SOMEBODY}, 'leader', 1, ${NOW} FROM dossier WHERE id = :id`;

describe('every change of status has exactly one log row in the same transaction', () => {
  test('a new status and step without a log row cannot be committed', async () => {
    expect(await outcome(move("status = 'under_review', step = step + 1"))).toBe('dossier_status_is_logged');
  });
  test('a new status without a step is refused at once', async () => {
    expect(await outcome(move("status = 'under_review'"))).toBe('dossier_status_needs_step');
  });
  test('a log row without the change cannot be committed', async () => {
    expect(await outcome(log('step + 1', 'approved', 'under_review'))).toBe('transition_is_applied');
  });
  test('a log row that says another status cannot be committed', async () => {
    const change = move("status = 'under_review', step = step + 1");
    expect(await outcome(change, log('step', 'approved', 'refused'))).toBe('dossier_status_is_logged');
  });
  test('a log row that says another status before cannot be committed', async () => {
    const change = move("status = 'under_review', step = step + 1");
    expect(await outcome(change, log('step', 'draft', 'under_review'))).toBe('transition_follows');
  });
  test('two steps with one log row cannot be committed', async () => {
    const step = move('step = step + 1');
    expect(
      await outcome(
        step,
        move("status = 'under_review', step = step + 1"),
        log('step', 'approved', 'under_review'),
      ),
    ).toBe('transition_follows');
  });
  test('two log rows for one step, or two steps at once, are refused', async () => {
    expect(await outcome(log('step', 'endorsed', 'approved'))).toBe('dossier_transition_pkey');
    expect(await outcome(move('step = step + 2'))).toBe('dossier_one_step');
    expect(await outcome(move('step = step - 1'))).toBe('dossier_one_step');
  });
  test('a new dossier without its first log row cannot be committed', async () => {
    const copy = `INSERT INTO dossier (authority_id, procedure_id, status, channel, owner_org_id, created_by, created_at, updated_at, updated_by)
      SELECT authority_id, procedure_id, 'draft', channel, owner_org_id, created_by, created_at, updated_at, updated_by FROM dossier WHERE id = :id`;
    expect(await outcome(copy)).toBe('dossier_status_is_logged');
  });
  test('the honest way is open', async () => {
    const honest = [
      move("status = 'under_review', step = step + 1"),
      log('step', 'approved', 'under_review'),
    ];
    expect(await outcome(...honest)).toBe('committed');
    expect(
      await outcome(move("status = 'approved', step = step + 1"), log('step', 'under_review', 'approved')),
    ).toBe('committed');
  });
});

describe('every write raises the revision by one', () => {
  test.each(['revision', 'revision + 2', 'revision - 1'])('%s is refused', async (revision) => {
    expect(
      await outcome(`UPDATE dossier SET revision = ${revision}, project_name = 'x' WHERE id = :id`),
    ).toBe('dossier_revision');
  });
});

describe('no due date moves without an entry that says why', () => {
  const clocks = "WHERE dossier_id = :id AND rule_id = 'T-26-2'";
  const reason = (
    day: string,
  ) => `INSERT INTO clock_movement (clock_id, movement, old_due_on, new_due_on, reason, actor_id, at)
    SELECT id, movement, due_on, '${day}', 'test', ${SOMEBODY}, ${NOW} FROM clock ${clocks}`;
  test('a moved date alone is refused', async () => {
    expect(await outcome(`UPDATE clock SET due_on = due_on + 5 ${clocks}`)).toBe('clock_moves_with_reason');
    expect(await outcome(`UPDATE clock SET due_on = NULL ${clocks}`)).toBe('clock_moves_with_reason');
  });
  test('a date with a number of an entry that does not exist cannot be committed', async () => {
    expect(await outcome(`UPDATE clock SET due_on = due_on + 5, movement = movement + 1 ${clocks}`)).toBe(
      'clock_movement_is_logged',
    );
  });
  test('a clock without its first entry cannot be committed', async () => {
    const columns =
      'dossier_id, rule_id, pack_id, rule, purpose, law_set_digest, start_on, value, unit, due_on, state, created_at';
    expect(await outcome(`INSERT INTO clock (${columns}) SELECT ${columns} FROM clock ${clocks}`)).toBe(
      'clock_movement_is_logged',
    );
  });
  test('an entry that says another date than the clock cannot be committed', async () => {
    const moved = `UPDATE clock SET due_on = '2026-12-31', movement = movement + 1 ${clocks}`;
    expect(await outcome(moved, reason('2026-12-30'))).toBe('clock_movement_says_the_date');
  });
  test('the honest way is open', async () => {
    expect(
      await outcome(
        `UPDATE clock SET due_on = '2026-12-31', movement = movement + 1 ${clocks}`,
        reason('2026-12-31'),
      ),
    ).toBe('committed');
  });
});

describe('what only grows', () => {
  const LOGS = [
    'dossier_transition',
    'facts_version',
    'screening',
    'decision',
    'clock_movement',
    'opinion_version',
    'silence_record',
    'consultation_choice',
    'council_member',
    'council_vote',
    'council_dissent',
    'law_set',
    'audit_entry',
    'audit_payload',
    'annex_check',
    'access_log',
    'checkpoint',
    'checkpoint_leaf',
  ];
  const PRIVILEGE = '42501';
  test.each(LOGS)('%s refuses the application every change', async (table) => {
    const { rows } = await client.query<{ column: string }>(
      'SELECT column_name AS column FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position LIMIT 1',
      [table],
    );
    const column = rows[0]?.column ?? 'id';
    expect(await outcome(`UPDATE ${table} SET ${column} = ${column}`)).toBe(PRIVILEGE);
    expect(await outcome(`DELETE FROM ${table}`)).toBe(PRIVILEGE);
    expect(await outcome(`TRUNCATE ${table} CASCADE`)).toBe(PRIVILEGE);
  });
  test.each([
    'dossier_transition',
    'facts_version',
    'screening',
    'decision',
    'clock_movement',
    'opinion_version',
    'law_set',
    'silence_record',
  ])('%s refuses its owner too, by a trigger', async (table) => {
    const { host, port, user, password, database } = api.db.owner;
    const owner = new pg.Client({ host, port, user, password, database });
    await owner.connect();
    const refusal = async (sql: string) =>
      owner.query(sql).then(
        () => 'done',
        (error: pg.DatabaseError) => error.constraint,
      );
    try {
      expect([await refusal(`DELETE FROM ${table}`), await refusal(`TRUNCATE ${table} CASCADE`)]).toEqual([
        'insert_only',
        'insert_only',
      ]);
    } finally {
      await owner.end();
    }
  });
  test.each([
    'dossier_transition',
    'facts_version',
    'screening',
    'decision',
    'clock_movement',
    'opinion_version',
    'law_set',
    'silence_record',
  ])('%s refuses whoever replays as a replica would, too', async (table) => {
    const { host, port, user, password, database } = api.db.superuser;
    const superuser = new pg.Client({ host, port, user, password, database });
    await superuser.connect();
    try {
      await superuser.query("SET session_replication_role = 'replica'");
      await expect(superuser.query(`DELETE FROM ${table}`)).rejects.toMatchObject({
        constraint: 'insert_only',
      });
    } finally {
      await superuser.end();
    }
  });
  test('a dossier is never deleted by the application', async () => {
    expect(await outcome('DELETE FROM dossier WHERE id = :id')).toBe(PRIVILEGE);
  });
  test('the application cannot switch the triggers off', async () => {
    expect(await outcome('ALTER TABLE dossier_transition DISABLE TRIGGER ALL')).toBe(PRIVILEGE);
    expect(await outcome("SET session_replication_role = 'replica'")).toBe(PRIVILEGE);
  });
});
