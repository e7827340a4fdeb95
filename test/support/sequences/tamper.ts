import pg from 'pg';
import { Broken } from './oracle/moment.js';
import { type Tally } from './tally.js';
import { type World } from './world.js';

/** What no program may do, however it is written: each is tried with the rights of the application. */
const ATTEMPTS = [
  `UPDATE dossier SET status = 'approved', revision = revision + 1 WHERE id = $1 AND status <> 'approved'`,
  `UPDATE dossier SET step = step + 1, revision = revision + 1 WHERE id = $1`,
  `UPDATE dossier_transition SET to_status = 'approved' WHERE dossier_id = $1`,
  `DELETE FROM dossier_transition WHERE dossier_id = $1`,
  `UPDATE audit_entry SET outcome = 'refused' WHERE chain_id = $1`,
  `DELETE FROM audit_entry WHERE chain_id = $1`,
  `UPDATE clock SET due_on = due_on + 1 WHERE dossier_id = $1 AND due_on IS NOT NULL`,
  `DELETE FROM decision WHERE dossier_id = $1`,
] as const;
const connections = new WeakMap<World, pg.Client>();

async function asApplication(world: World): Promise<pg.Client> {
  const known = connections.get(world);
  if (known) return known;
  const { host, port, user, password, database } = world.api.db.app;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  connections.set(world, client);
  return client;
}
export const closeTampering = async (world: World): Promise<void> => connections.get(world)?.end();

/** 5, 6: the database itself refuses a change of status without its log, a log that changes, a date that moves in silence. */
export async function tamper(world: World, id: string, pick: number, tally: Tally): Promise<void> {
  const sql = ATTEMPTS[pick % ATTEMPTS.length] ?? ATTEMPTS[0];
  const client = await asApplication(world);
  let changed: number;
  try {
    await client.query('BEGIN');
    changed = (await client.query(sql, [id])).rowCount ?? 0;
    await client.query('COMMIT');
  } catch {
    await client.query('ROLLBACK');
    return tally.checked(5, 'the database refused');
  }
  if (changed > 0) throw new Broken(5, 'the database let it pass', sql);
}
