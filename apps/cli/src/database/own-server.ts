import pg from 'pg';
import { type CliConfig, ConfigError } from '../config.js';
import { type Secrets } from '../secrets.js';
import { type Connections, connectionsOf } from './connections.js';
import { fromDatabaseUrl } from './database-url.js';

async function isSuperuser(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ rolsuper: boolean }>(
      'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
    );
    return rows[0]?.rolsuper === true;
  } catch (cause) {
    throw new ConfigError(`DATABASE_URL: the database does not answer (${(cause as Error).message}).`, {
      cause,
    });
  } finally {
    await client.end();
  }
}

/**
 * Connections to the server that DATABASE_URL names. Signed in as a superuser (a developer's own server), the
 * roles are created with the passwords of this installation; otherwise they must exist, and migrations run
 * only when DATABASE_OWNER_URL is given.
 */
export async function ownServerConnections(
  config: CliConfig,
  databaseUrl: string,
  secrets: Secrets,
): Promise<Connections> {
  const app = fromDatabaseUrl(databaseUrl);
  if (config.ownerUrl !== null) return { app, owner: fromDatabaseUrl(config.ownerUrl), superuser: null };
  if (!(await isSuperuser(databaseUrl))) return { app, owner: null, superuser: null };
  return { ...connectionsOf(app, secrets), superuser: app };
}
