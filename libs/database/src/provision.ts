import pg from 'pg';
import { APP_ROLE, type DatabaseConfig, ERASER_ROLE, OWNER_ROLE } from './database-config.js';

/** Passwords of the roles; on a shared server they come from the configuration, never from the repository. */
export interface RolePasswords {
  owner: string;
  app: string;
  eraser: string;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * Creates the three roles and the database where they are missing (idempotent), as a superuser.
 * Extensions that need one are created here so that migrations run as a plain owner.
 */
export async function provision(
  superuser: DatabaseConfig,
  database: string,
  passwords: RolePasswords,
): Promise<void> {
  await withClient({ ...superuser, database: 'postgres' }, async (client) => {
    for (const [role, password] of [
      [OWNER_ROLE, passwords.owner],
      [APP_ROLE, passwords.app],
      [ERASER_ROLE, passwords.eraser],
    ] as const) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${quoted(password)}`);
    }
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER ${OWNER_ROLE}`);
  });
  await withClient({ ...superuser, database }, async (client) => {
    await client.query('CREATE EXTENSION IF NOT EXISTS unaccent');
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${OWNER_ROLE}`);
  });
}

async function withClient(config: DatabaseConfig, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const { host, port, user, password, database } = config;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
