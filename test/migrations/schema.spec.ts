import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { cloneDatabase, runAs, type TestDatabase } from '../support/database.js';
import { schemaOf, schemaSeen } from '../support/schema.js';

/** What an edited migration may change without a row changing; each alone has to be seen by the comparison of schemas. */
const CHANGES = [
  'GRANT UPDATE (status) ON dossier TO PUBLIC',
  'GRANT CREATE ON SCHEMA public TO PUBLIC',
  'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC',
  'ALTER TABLE dossier ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE dossier FORCE ROW LEVEL SECURITY',
  'CREATE POLICY own ON dossier USING (true)',
  'ALTER TABLE changed ALTER COLUMN at TYPE timestamptz(3)',
  'ALTER TABLE changed ALTER COLUMN name TYPE text COLLATE "C"',
  'ALTER TABLE changed ALTER COLUMN name SET STORAGE EXTERNAL',
  'ALTER TABLE changed SET (fillfactor = 70)',
  'ALTER TABLE changed SET UNLOGGED',
  'CREATE MATERIALIZED VIEW seen AS SELECT 1 AS one',
  'CREATE STATISTICS pair ON at, name FROM changed',
  'CREATE RULE nothing AS ON DELETE TO changed DO INSTEAD NOTHING',
  'CREATE PROCEDURE act() LANGUAGE sql AS $$ SELECT 1 $$',
  `COMMENT ON FUNCTION recount_dossiers IS 'other'`,
  'CREATE SCHEMA elsewhere',
  'CREATE SCHEMA elsewhere CREATE TABLE other (id int)',
  'CREATE TYPE span AS RANGE (subtype = int4)',
  'CREATE VIEW plain AS SELECT 1 AS one',
  'CREATE SEQUENCE numbers',
  'CREATE INDEX ON changed (name)',
  'ALTER TABLE changed ADD CHECK (name <> $$$$) NOT VALID',
  'ALTER FUNCTION recount_dossiers OWNER TO CURRENT_USER',
];

let db: TestDatabase;
let client: pg.Client;
let before: Record<string, string[]>;
beforeAll(async () => {
  db = await cloneDatabase('schema_seen');
  await runAs(db.superuser, 'CREATE TABLE changed (at timestamptz, name text)');
  before = await schemaOf(db.superuser);
  const { host, port, user, password, database } = db.superuser;
  client = new pg.Client({ host, port, user, password, database });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await db?.drop();
});

/** The schema with one change, which is taken back. */
async function schemaAfter(change: string): Promise<Record<string, string[]>> {
  await client.query('BEGIN');
  try {
    await client.query(change);
    return await schemaSeen(async (sql) => (await client.query<Record<string, unknown>>(sql)).rows);
  } finally {
    await client.query('ROLLBACK');
  }
}

test('the comparison of schemas sees each change alone', async () => {
  const unseen: string[] = [];
  for (const change of CHANGES)
    if (JSON.stringify(await schemaAfter(change)) === JSON.stringify(before)) unseen.push(change);
  expect(unseen).toEqual([]);
  expect(await schemaAfter('SELECT 1')).toEqual(before);
}, 60_000);
