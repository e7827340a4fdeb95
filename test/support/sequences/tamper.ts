import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { Broken } from './oracle/moment.js';
import { type Tally } from './tally.js';
import { type World } from './world.js';

/** With the rights of the application, or with every right there is but without switching anything off. */
type Rights = 'app' | 'superuser';
interface Attempt {
  rights: Rights;
  sql: string;
  /** The code of PostgreSQL and what the refusal names: a constraint, or the words of a missing right. */
  refusal: { code: string; names: string };
}

/** What only grows, with one column of each: kept by the log, and by the dossier. */
const LOG = {
  audit_entry: 'outcome',
  audit_payload: 'payload',
  audit_chain_head: 'hash',
  checkpoint: 'root',
  checkpoint_leaf: 'hash',
  signing_key: 'public_key',
  access_batch: 'digest',
  access_log: 'actor_id',
};
const KEPT = {
  dossier_transition: 'to_status',
  facts_version: 'facts',
  screening: 'result',
  decision: 'kind',
  reopening: 'decided_on',
  clock_movement: 'reason',
  condition_event: 'note',
  law_set: 'content',
};
const withoutRight = (table: string) => ({ code: '42501', names: `permission denied for table ${table}` });
const changes = (table: string, column: string): string[] => [
  `UPDATE ${table} SET ${column} = ${column}`,
  `DELETE FROM ${table}`,
];
const asApplication = Object.entries({ ...LOG, ...KEPT }).flatMap(([table, column]) =>
  changes(table, column).map((sql): Attempt => ({ rights: 'app', sql, refusal: withoutRight(table) })),
);

/** A head is moved by the function that appends, and a payload is nulled by an erasure: these two have guards of their own. */
const MOVED = ['UPDATE audit_chain_head', 'UPDATE audit_payload'];
const guarded = (tables: Record<string, string>, code: string): Attempt[] =>
  Object.entries(tables)
    .flatMap(([table, column]) => changes(table, column))
    .filter((sql) => !MOVED.some((moved) => sql.startsWith(moved)))
    .map((sql) => ({ rights: 'superuser', sql, refusal: { code, names: 'insert_only' } }));

const own = (sql: string, code: string, names: string): Attempt => ({
  rights: 'app',
  sql,
  refusal: { code, names },
});
const FORKED = `INSERT INTO audit_entry (chain_id, seq, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, prev_hash, hash)
  SELECT chain_id, seq + 1, at, actor_id, actor_role, action, subject_kind, subject_id, outcome, facts, hash, repeat('e', 64)
    FROM audit_entry WHERE chain_id = $1 AND seq = 1`;
/** What the rows of one dossier bear only together: status and log, date and reason, entry and head. */
const TOGETHER: readonly Attempt[] = [
  own(
    `UPDATE dossier SET status = 'approved', revision = revision + 1 WHERE id = $1 AND status <> 'approved'`,
    '23514',
    'dossier_status_needs_step',
  ),
  own(
    `UPDATE dossier SET step = step + 1, revision = revision + 1 WHERE id = $1`,
    '23503',
    'dossier_status_is_logged',
  ),
  own(`UPDATE dossier SET due_on = NULL WHERE id = $1`, '23514', 'dossier_revision'),
  own(
    `UPDATE clock SET due_on = due_on + 1 WHERE dossier_id = $1 AND due_on IS NOT NULL`,
    '23514',
    'clock_moves_with_reason',
  ),
  own(
    `UPDATE clock SET due_on = due_on + 1, movement = movement + 1 WHERE dossier_id = $1 AND due_on IS NOT NULL`,
    '23503',
    'clock_movement_is_logged',
  ),
  own(FORKED, '23001', 'audit_entry_follows_head'),
  {
    rights: 'superuser',
    sql: `UPDATE audit_payload SET payload = '{}' WHERE entry_id IN (SELECT id FROM audit_entry WHERE chain_id = $1)`,
    refusal: { code: '23001', names: 'audit_payload_lawful_erasure' },
  },
];
const ATTEMPTS: readonly Attempt[] = [
  ...asApplication,
  ...guarded(LOG, '23001'),
  ...guarded(KEPT, '42501'),
  ...TOGETHER,
];

const connections = new WeakMap<World, Map<Rights, pg.Client>>();
async function connectionOf(world: World, rights: Rights): Promise<pg.Client> {
  const open = connections.get(world) ?? new Map<Rights, pg.Client>();
  connections.set(world, open);
  const known = open.get(rights);
  if (known) return known;
  const { host, port, user, password, database }: DatabaseConfig = world.api.db[rights];
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  open.set(rights, client);
  return client;
}
export async function closeTampering(world: World): Promise<void> {
  for (const client of connections.get(world)?.values() ?? []) await client.end();
}

const isNamed = (error: unknown, { code, names }: Attempt['refusal']): boolean =>
  error instanceof pg.DatabaseError &&
  error.code === code &&
  (error.constraint === names || error.message === names);

/** Tries it as far as a commit would; whatever comes of it is rolled back. */
async function attempt(world: World, id: string, { rights, sql, refusal }: Attempt, tally: Tally) {
  const client = await connectionOf(world, rights);
  await client.query('BEGIN');
  try {
    const { rowCount } = await client.query(sql, sql.includes('$1') ? [id] : []);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    if ((rowCount ?? 0) > 0) throw new Broken(5, `the database let the ${rights} do it`, sql);
  } catch (error) {
    if (error instanceof Broken) throw error;
    if (!isNamed(error, refusal))
      throw new Broken(5, 'refused for another reason than it should be', [rights, sql, String(error)]);
    tally.checked(5, 'the database refused');
  } finally {
    await client.query('ROLLBACK');
  }
}

/** So many are tried in one step. */
const AT_ONCE = 4;
/** 5, 6: the database itself refuses a change of status without its log, a log that changes, a date that moves in silence. */
export async function tamper(world: World, id: string, pick: number, tally: Tally): Promise<void> {
  for (let offset = 0; offset < AT_ONCE; offset += 1) {
    const chosen = ATTEMPTS[(pick + offset) % ATTEMPTS.length];
    if (chosen) await attempt(world, id, chosen, tally);
  }
}

/** Every attempt once, on a dossier that has everything which could be changed. */
export async function tamperWithAll(world: World, id: string, tally: Tally): Promise<void> {
  for (const each of ATTEMPTS) await attempt(world, id, each, tally);
}
