import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { startTestApi, type TestApi } from '../../support/api.js';
import {
  anAcceptedDetermination,
  answered,
  type ConsultationBody,
  consulted,
} from '../../support/determination.js';

let api: TestApi;
let client: pg.Client;
let open: ConsultationBody;
let ended: ConsultationBody;
beforeAll(async () => {
  api = await startTestApi({ label: 'consultation_rows', now: new Date('2026-07-15T02:00:00.000Z') });
  const dossier = await anAcceptedDetermination(api);
  ended = await answered(dossier, (await consulted(dossier)).id);
  open = await consulted(dossier, 'industry');
  const { host, port, user, password, database } = api.db.app;
  client = new pg.Client({ host, port, user, password, database });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client?.end();
  await api?.close();
});

const refusal = async (sql: string, id: string): Promise<string> => {
  await client.query('BEGIN');
  try {
    await client.query(sql, [id]);
    return 'done';
  } catch (error) {
    const { constraint, code } = error as pg.DatabaseError;
    return constraint ?? code ?? 'unknown';
  } finally {
    await client.query('ROLLBACK');
  }
};
const change = (sets: string, id = open.id) =>
  refusal(`UPDATE consultation SET revision = revision + 1, ${sets} WHERE id = $1`, id);

test.each([
  ['goes back to a draft', `state = 'drafted'`, 'consultation_moves_forward'],
  ['is answered without an answer', `state = 'answered'`, 'consultation_answer_is_whole'],
  [
    'is answered before it was asked',
    `state = 'answered', position = 'agrees', answer = 'a', answered_on = '2026-07-14', entered_by = asked_by, entered_at = now()`,
    'consultation_answer_after_request',
  ],
  ['is closed by nobody', `state = 'closed_silent'`, 'consultation_end_has_reason'],
  [
    'is taken back without saying why',
    `state = 'withdrawn', closed_by = asked_by, closed_on = '2026-07-15', close_reason = 'r'`,
    'consultation_withdrawal_says_why',
  ],
  ['counts a reminder that was never sent', 'reminders = 1', 'consultation_reminded_when'],
  ['is on paper without the paper', 'on_paper = true', 'consultation_paper_has_document'],
  ['loses its day', 'clock_id = NULL', 'consultation_has_a_day'],
])('no open consultation %s', async (_what, sets, constraint) => {
  expect(await change(sets)).toBe(constraint);
});

test('what has ended stays as it is, and starts one reply in a round', async () => {
  expect(await change(`answer = 'other'`, ended.id)).toBe('consultation_has_ended');
  expect(await change('reply_clock_id = clock_id', ended.id)).toBe('consultation_has_ended');
  expect(await change('reply_clock_id = clock_id')).toBe('consultation_reply_starts_once');
});

test('the question and whom it asks never change, nothing is deleted, and every write counts', async () => {
  const PRIVILEGE = '42501';
  expect(await change(`question = 'other'`)).toBe(PRIVILEGE);
  expect(await change('organisation_id = organisation_id')).toBe(PRIVILEGE);
  expect(await refusal('DELETE FROM consultation WHERE id = $1', open.id)).toBe(PRIVILEGE);
  expect(await refusal('UPDATE consultation SET reminders = 0 WHERE id = $1', open.id)).toBe(
    'consultation_revision',
  );
});
