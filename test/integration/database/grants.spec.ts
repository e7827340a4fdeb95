import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';

/**
 * What the application may do to each table: r read, a add, w change, d delete; `w(...)` to these columns only.
 * Logs are `ra`: nothing in them is ever changed or deleted.
 */
const APPLICATION = `
access_batch              ra
access_log                ra
annex_check               ra
app_user                  raw
assignment                raw
audit_chain_head          r
audit_entry               ra
audit_payload             ra
audit_verification        ra w(done ended_at known_checkpoints last_error part report report_sha256 started_at state total tries)
authority                 raw
checkpoint                ra
checkpoint_leaf           ra
clock                     raw
clock_alarm               raw
clock_movement            ra
clock_stop                raw
command_receipt           rad
conclusion                raw
condition_alarm           raw
condition_event           ra
condition_task            raw
conflict_of_interest      raw
consultation              ra w(answer answered_on clock_id close_reason closed_by closed_on document_id entered_at entered_by last_reminded_on on_paper position reminders reply_clock_id revision sent_on state withdrawal)
consultation_choice       ra
council                   ra w(concluded_at decision_letter_id dissolved_at dissolved_by dissolved_reason revision status)
council_dissent           ra
council_member            ra
council_minutes           ra w(data drafted_at drafted_by letter_id sha256)
council_motion            ra w(closed_at closed_by result)
council_presence          ra w(document_id presence proxy_name recorded_at recorded_by)
council_session           ra w(closed_at closed_by outcome valid)
council_vote              ra
decision                  ra
document                  ra w(checklist_item kind revision withdrawn_at withdrawn_by withdrawn_reason)
dossier                   raw
dossier_party             rad
dossier_presence          rawd
dossier_tally             r
dossier_transition        ra
facts_version             ra
finding_overturn          raw
holding_reply             ra w(clock_id)
investment_project        raw
law_set                   ra
letter                    raw
list_decision             raw
live_event                rad
notification              raw
number_counter            ra w(next)
opinion                   raw
opinion_version           ra
organisation              raw
party_request             raw
project_decision          ra
project_event             ra
project_exemption         raw
project_import            raw
project_import_mapping    raw
project_import_row        rawd
project_match             raw
refresh_family            raw
refresh_token             raw
reopening                 ra
saved_view                rad w(columns name position query revision shared updated_at)
screening                 ra
sign_in_throttle          rawd
signing_key               ra
silence_record            ra
stored_file_reference     r
substitute_authority      ra
tracking_secret           ra w(digest made_at made_by version)
user_affiliation          raw
user_role                 rad
web_session               raw`;

let db: TestDatabase;
beforeAll(async () => {
  db = await cloneDatabase('grants');
});
afterAll(() => db.drop());

const LETTERS: Record<string, string> = {
  SELECT: 'r',
  INSERT: 'a',
  UPDATE: 'w',
  DELETE: 'd',
  TRUNCATE: 't',
  REFERENCES: 'x',
  TRIGGER: 'g',
  MAINTAIN: 'm',
};

async function grantsOf(role: string): Promise<string[]> {
  const whole = await runAs(
    db.superuser,
    `SELECT table_name AS name, privilege_type AS privilege FROM information_schema.role_table_grants WHERE grantee = $1 AND table_schema = 'public'`,
    [role],
  );
  const parts = await runAs(
    db.superuser,
    `SELECT c.table_name AS name, c.column_name AS "column" FROM information_schema.column_privileges c
      WHERE c.grantee = $1 AND c.table_schema = 'public' AND c.privilege_type = 'UPDATE'
        AND NOT EXISTS (SELECT 1 FROM information_schema.role_table_grants t
          WHERE t.grantee = c.grantee AND t.table_name = c.table_name AND t.privilege_type = 'UPDATE')`,
    [role],
  );
  const names = [...new Set([...whole, ...parts].map(({ name }) => String(name)))].sort();
  return names.map((name) => {
    const letters = whole
      .filter((row) => row['name'] === name)
      .map(({ privilege }) => LETTERS[String(privilege)] ?? '?');
    const columns = parts
      .filter((row) => row['name'] === name)
      .map(({ column }) => String(column))
      .sort();
    const some = columns.length > 0 ? ` w(${columns.join(' ')})` : '';
    return `${name} ${'rawdtxgm'
      .split('')
      .filter((letter) => letters.includes(letter))
      .join('')}${some}`;
  });
}
const listed = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim());

test('the application holds exactly these rights', async () => {
  expect(await grantsOf('techgate_app')).toEqual(listed(APPLICATION));
});

test('the eraser may null a payload and a file name, and add the entry that says so; nothing else', async () => {
  expect(await grantsOf('techgate_eraser')).toEqual([
    'audit_chain_head r',
    'audit_entry ra',
    'audit_payload ra w(erased_by payload salt)',
    'document r w(file_name)',
  ]);
});

test('nobody holds rights through PUBLIC, and no role of ours is a superuser or owns more than its own', async () => {
  expect(await grantsOf('PUBLIC')).toEqual([]);
  const roles = await runAs(
    db.superuser,
    `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname LIKE 'techgate%' ORDER BY 1`,
  );
  for (const role of roles)
    expect(role).toMatchObject({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
    });
  const owned = await runAs(
    db.superuser,
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'techgate_owner'`,
  );
  expect(owned).toEqual([]);
});
