import type pg from 'pg';
import { type EntryRow, type PayloadRow } from './naive-chain.js';

type Row = Record<string, unknown>;
const OWN = 'dossier_id = $1';
const via = (column: string, table: string): string =>
  `${column} IN (SELECT id FROM ${table} WHERE dossier_id = $1)`;
const IN_COUNCIL = via('council_id', 'council');
const IN_SESSION = `session_id IN (SELECT id FROM council_session WHERE ${IN_COUNCIL})`;
const ON_MOTION = `motion_id IN (SELECT id FROM council_motion WHERE ${IN_SESSION})`;

/** Every table that holds something of a dossier, in an order in which it could be written, and which rows are its. */
const TABLES = {
  dossier: 'id = $1',
  dossier_party: OWN,
  dossier_transition: OWN,
  facts_version: OWN,
  document: OWN,
  letter: OWN,
  conflict_of_interest: OWN,
  screening: OWN,
  list_decision: OWN,
  finding_overturn: OWN,
  annex_check: OWN,
  assignment: OWN,
  opinion: OWN,
  opinion_version: via('opinion_id', 'opinion'),
  party_request: OWN,
  conclusion: OWN,
  decision: OWN,
  reopening: OWN,
  condition_task: OWN,
  condition_event: via('condition_id', 'condition_task'),
  condition_alarm: OWN,
  clock: OWN,
  clock_movement: via('clock_id', 'clock'),
  clock_stop: via('clock_id', 'clock'),
  clock_alarm: OWN,
  silence_record: OWN,
  holding_reply: via('letter_id', 'letter'),
  consultation: OWN,
  consultation_choice: OWN,
  council: OWN,
  council_member: IN_COUNCIL,
  council_session: IN_COUNCIL,
  council_presence: IN_SESSION,
  council_motion: IN_SESSION,
  council_vote: ON_MOTION,
  council_minutes: IN_SESSION,
  audit_chain_head: 'chain_id = $1',
  audit_entry: 'chain_id = $1',
  audit_payload: 'entry_id IN (SELECT id FROM audit_entry WHERE chain_id = $1)',
} as const;
export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** All that the database holds of one dossier, as plain rows under the names of the tables and columns. */
export type Records = Record<Exclude<TableName, 'audit_entry' | 'audit_payload'>, Row[]> & {
  audit_entry: EntryRow[];
  audit_payload: PayloadRow[];
};

const SELECT = `SELECT json_build_object(${TABLE_NAMES.map(
  (name) =>
    `'${name}', coalesce((SELECT json_agg(to_jsonb(t) ORDER BY t.ctid) FROM ${name} t WHERE ${TABLES[name]}), '[]'::json)`,
).join(', ')}) AS records`;

export async function recordsOf(sql: pg.Client, dossierId: string): Promise<Records> {
  const { rows } = await sql.query<{ records: Records }>({
    name: 'records',
    text: SELECT,
    values: [dossierId],
  });
  const found = rows[0]?.records;
  if (!found) throw new Error('no records');
  found.audit_entry.sort((a, b) => a.seq - b.seq);
  return found;
}

/** Writes rows as they are, past triggers and references: only for copies of what the API itself has made. */
export async function writeRecords(sql: pg.Client, records: Records): Promise<void> {
  await sql.query(`BEGIN; SET LOCAL session_replication_role = replica`);
  const votes = records.council_vote.length > 0;
  if (votes) await sql.query('ALTER TABLE council_vote DISABLE TRIGGER council_vote_allowed');
  for (const name of TABLE_NAMES)
    if (records[name].length > 0)
      await sql.query(
        `INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1::jsonb)`,
        [JSON.stringify(records[name])],
      );
  if (votes) await sql.query('ALTER TABLE council_vote ENABLE ALWAYS TRIGGER council_vote_allowed');
  await sql.query('COMMIT');
}
