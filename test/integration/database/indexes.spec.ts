import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase, runAs, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await cloneDatabase('indexes');
});
afterAll(() => database?.drop());

/** References that nobody asks by, or that are asked for among open rows only, which a partial index holds. */
const NOT_ASKED_BY = [
  'clock_alarm.dossier_id',
  'condition_alarm.dossier_id',
  'conflict_of_interest.dossier_id',
  'council.decision_letter_id',
  'dossier.first_dossier_id',
  'letter.replaces',
  'notification.dossier_id',
];
const WITHOUT_INDEX = `
  SELECT c.relname || '.' || a.attname AS reference
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
   WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace
     AND k.confrelid IN ('dossier'::regclass, 'letter'::regclass, 'clock'::regclass, 'council'::regclass,
                         'consultation'::regclass, 'condition_task'::regclass, 'audit_entry'::regclass)
     AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indpred IS NULL)
   ORDER BY 1`;

test('whatever belongs to a dossier is found by an index: no command walks over a table that grows with every dossier', async () => {
  const rows = await runAs(database.superuser, WITHOUT_INDEX);
  expect(rows.map(({ reference }) => reference)).toEqual(NOT_ASKED_BY);
});
