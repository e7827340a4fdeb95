import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { type Secrets } from '../secrets.js';
import { type Connections } from './connections.js';

/** Whether a role can sign in to its database; an unreachable server is an error, not a no. */
async function canSignIn(config: DatabaseConfig): Promise<boolean> {
  const { host, port, user, password, database } = config;
  const client = new pg.Client({ host, port, user, password, database });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return false;
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Creates roles and database where they are missing and brings the schema up to date. Returns the names of the
 * migrations that ran.
 */
export async function prepareDatabase(
  { app, owner, superuser }: Connections,
  secrets: Secrets,
): Promise<string[]> {
  const { migrate, provision } = await import('#database');
  if (superuser !== null && !((await canSignIn(app)) && owner !== null && (await canSignIn(owner)))) {
    await provision({ ...superuser, database: 'postgres' }, superuser.database, secrets);
  }
  if (owner === null) return [];
  const ran = await migrate(owner);
  await (await import('#jobs')).prepareJobs(owner);
  return ran;
}
