import { type DatabaseConfig } from '#database';
import { SUPERUSER } from '../postgres/cluster.js';
import { type Secrets } from '../secrets.js';

export const DATABASE_NAME = 'techgate';

/** The same database as each of its roles. */
export interface Connections {
  app: DatabaseConfig;
  /** Runs migrations; null = the schema is somebody else's care. */
  owner: DatabaseConfig | null;
  /** Creates roles and the database where they are missing; null = they exist. */
  superuser: DatabaseConfig | null;
}

/** Connections to a server whose roles have the passwords of this installation's secrets. */
export function connectionsOf(
  server: { host: string; port: number; database: string },
  secrets: Secrets,
): Connections {
  const as = (user: string, password: string): DatabaseConfig => ({ ...server, user, password });
  return {
    app: as('techgate_app', secrets.app),
    owner: as('techgate_owner', secrets.owner),
    superuser: as(SUPERUSER, secrets.superuser),
  };
}
