import pg from 'pg';
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

/** The rows of a dossier as they were read, so that the next read fetches only what was written since. */
interface Snapshot {
  /** Every transaction before this one was over: what it wrote is known. */
  horizon: string;
  /** By table, place and transaction: PostgreSQL never changes a version of a row, it writes another. */
  versions: ReadonlyMap<string, Row>;
}
const snapshots = new WeakMap<Records, Snapshot>();

/** Every version of every row by its name, and its content where it was written at or after the horizon `$2`. */
const SELECT = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, json_build_object(${TABLE_NAMES.map(
  (name) =>
    `'${name}', (SELECT json_agg(json_build_array(t.ctid::text || t.xmin::text,
       CASE WHEN t.xmin::text::bigint >= $2 THEN row_to_json(t) END) ORDER BY t.ctid) FROM ${name} t WHERE ${TABLES[name]})`,
).join(', ')}) AS tables`;
type Told = [version: string, row: Row | null];

/** Where the product never asks by the dossier alone, and the reads would look at every row. */
const INDEXES = [
  'clock_alarm (dossier_id)',
  'clock_stop (clock_id)',
  'condition_alarm (dossier_id)',
  'annex_check (dossier_id)',
  'list_decision (dossier_id)',
  'conclusion (dossier_id)',
  'assignment (dossier_id)',
  'conflict_of_interest (dossier_id)',
];
/** One plan for all dossiers, by indexes: planning forty tables anew takes longer than reading them. */
export const readWithOnePlan = (sql: pg.Client): Promise<unknown> =>
  sql.query(
    `SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off;
     ${INDEXES.map((of) => `CREATE INDEX ON ${of}`).join(';')}`,
  );

async function read(sql: pg.Client, dossierId: string, since?: Snapshot): Promise<Records | null> {
  const { rows } = await sql.query<{ horizon: string; tables: Record<TableName, Told[] | null> }>({
    name: 'records',
    text: SELECT,
    values: [dossierId, since?.horizon ?? '0'],
  });
  const [found] = rows;
  if (!found) throw new Error('no records');
  const versions = new Map<string, Row>();
  const records: Partial<Record<TableName, Row[]>> = {};
  for (const name of TABLE_NAMES) {
    const own: Row[] = [];
    for (const [version, written] of found.tables[name] ?? []) {
      const row = written ?? since?.versions.get(name + version);
      if (!row) return null;
      versions.set(name + version, row);
      own.push(row);
    }
    records[name] = own;
  }
  const whole = records as unknown as Records;
  whole.audit_entry.sort((a, b) => a.seq - b.seq);
  snapshots.set(whole, { horizon: found.horizon, versions });
  return whole;
}

/**
 * All rows of a dossier as they are now; rows that nobody wrote since `before` are the same objects as there, so nothing
 * is fetched twice and every version that was written is.
 */
export async function recordsOf(sql: pg.Client, dossierId: string, before?: Records): Promise<Records> {
  const since = before && snapshots.get(before);
  const found = (since && (await read(sql, dossierId, since))) ?? (await read(sql, dossierId));
  if (!found) throw new Error('no records');
  return found;
}

const isSame = (row: Row, other: Row | undefined): boolean =>
  row === other || JSON.stringify(row) === JSON.stringify(other);
const LOG: readonly TableName[] = ['audit_entry', 'audit_payload', 'audit_chain_head'];
const areSame = (names: readonly TableName[], before: Records, after: Records): boolean =>
  names.every((name) => {
    const [was, is]: [readonly Row[], readonly Row[]] = [before[name] as Row[], after[name] as Row[]];
    return was.length === is.length && was.every((row, index) => isSame(row, is[index]));
  });
/** Whether a dossier is as it was, its log aside. */
export const isUntouched = (before: Records, after: Records): boolean =>
  areSame(
    TABLE_NAMES.filter((name) => !LOG.includes(name)),
    before,
    after,
  );
/** Whether a dossier is as it was, its log included. */
export const isAsBefore = (before: Records, after: Records): boolean => areSame(TABLE_NAMES, before, after);

const insert = (name: TableName, rows: readonly unknown[]): string =>
  rows.length === 0
    ? ''
    : `INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, ${pg.escapeLiteral(JSON.stringify(rows))}::jsonb);`;

/** Writes rows as they are, past triggers and references: only for copies of what the API itself has made. */
export async function writeRecords(sql: pg.Client, records: Records): Promise<void> {
  const votes = records.council_vote.length > 0;
  await sql.query(
    `BEGIN; SET LOCAL session_replication_role = replica;
     ${votes ? 'ALTER TABLE council_vote DISABLE TRIGGER council_vote_allowed;' : ''}
     ${TABLE_NAMES.map((name) => insert(name, records[name])).join('')}
     ${votes ? 'ALTER TABLE council_vote ENABLE ALWAYS TRIGGER council_vote_allowed;' : ''}
     COMMIT`,
  );
}
