import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { runAs, type TestDatabase } from './database.js';

const PATIENCE_MS = 30_000;

/** Dossiers under a lock of the test: whoever wants one queues there, and goes on in the order of coming. */
export interface HeldDossiers {
  /** Waits until so many stand first in the queue of one of them. @throws when they do not in time */
  waited: (first: number) => Promise<void>;
  /** Lets all of them go on at once. */
  release: () => Promise<void>;
}

/** Takes the rows of these dossiers; nothing is changed. */
export async function holdDossiers(
  { superuser }: TestDatabase,
  ids: readonly string[],
): Promise<HeldDossiers> {
  const { host, port, user, password, database } = superuser;
  const holder = new pg.Client({ host, port, user, password, database });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM dossier WHERE id = ANY($1) FOR UPDATE', [ids]);
  const [me] = (await holder.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows;
  const firstInQueue = async () => {
    const sql = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND $1 = ANY(pg_blocking_pids(pid))`;
    return (await runAs(superuser, sql, [me?.pid])).length;
  };
  return {
    waited: async (first) => {
      for (const end = Date.now() + PATIENCE_MS; (await firstInQueue()) < first; await sleep(20))
        if (Date.now() > end) throw new Error(`not ${first} wait at the dossiers`);
    },
    release: () => holder.end(),
  };
}
