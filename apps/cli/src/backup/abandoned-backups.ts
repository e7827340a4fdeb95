import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client } from 'pg';
import { type DatabaseConfig } from '#database';
import { withClient } from './copy-stream.js';

/** What a backup is called until it is whole. */
export const partialOf = (folder: string): string => `${folder}.partial`;
/** Stands in an unfinished backup and names its database: several installations may save into one folder. */
const ORIGIN = 'taken-from';
const LOCK = `hashtextextended('techgate_backup', 1263)`;

/** @returns the name of a database among all servers. */
async function originOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ origin: string }>(
    `SELECT concat_ws(' ', system_identifier, current_database()) AS origin FROM pg_control_system()`,
  );
  return rows[0]?.origin ?? '';
}

/**
 * Clears away from `parent` what backups of this database left that were killed: it lies there in the clear. Nothing is
 * cleared while another backup of the database is under way; the lock of one that was killed is free at once. `work` is
 * given the origin that `markPartial` writes down.
 */
export async function withoutAbandoned<Result>(
  owner: DatabaseConfig,
  parent: string,
  work: (origin: string) => Promise<Result>,
): Promise<Result> {
  return withClient(owner, async (client) => {
    const origin = await originOf(client);
    const { rows } = await client.query<{ alone: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS alone`);
    if (rows[0]?.alone === true) await clearAbandoned(parent, origin);
    await client.query(`SELECT pg_advisory_lock_shared(${LOCK})`);
    if (rows[0]?.alone === true) await client.query(`SELECT pg_advisory_unlock(${LOCK})`);
    return work(origin);
  });
}

async function clearAbandoned(parent: string, origin: string): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => /^techgate-.*\.partial$/.test(one))) {
    const path = join(parent, name);
    const from = await readFile(join(path, ORIGIN), 'utf8').catch(() => null);
    if (from === origin) await rm(path, { recursive: true, force: true });
  }
}

/** Says whose an unfinished backup is, before anything else lies in it. */
export const markPartial = (partial: string, origin: string): Promise<void> =>
  writeFile(join(partial, ORIGIN), origin, { mode: 0o600 });
/** Takes the mark away: the backup is whole. */
export const unmarkPartial = (partial: string): Promise<void> => rm(join(partial, ORIGIN), { force: true });
