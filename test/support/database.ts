import pg from 'pg';
import { APP_ROLE, type DatabaseConfig, ERASER_ROLE, OWNER_ROLE } from '#database';

interface TestCluster {
  host: string;
  port: number;
  user: string;
  password: string;
  passwords: { owner: string; app: string; eraser: string };
}

/** A migrated database of one test file, as each of the roles. */
export interface TestDatabase {
  app: DatabaseConfig;
  owner: DatabaseConfig;
  eraser: DatabaseConfig;
  superuser: DatabaseConfig;
  drop: () => Promise<void>;
}

/** Clones the migrated template: a fresh real database for a test file. */
export async function cloneDatabase(label: string): Promise<TestDatabase> {
  const cluster = JSON.parse(process.env['TEST_PG'] ?? '{}') as TestCluster;
  const { host, port, user, password, passwords } = cluster;
  const database = `t_${process.env['JEST_WORKER_ID'] ?? '0'}_${label}`.toLowerCase();
  const as = (role: string, secret: string): DatabaseConfig => ({
    host,
    port,
    user: role,
    password: secret,
    database,
  });
  const admin = async (sql: string): Promise<void> => {
    await runAs({ host, port, user, password, database: 'postgres' }, sql);
  };
  await admin(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await admin(`CREATE DATABASE ${database} TEMPLATE techgate_template OWNER ${OWNER_ROLE}`);
  return {
    app: as(APP_ROLE, passwords.app),
    owner: as(OWNER_ROLE, passwords.owner),
    eraser: as(ERASER_ROLE, passwords.eraser),
    superuser: as(user, password),
    drop: () => admin(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

/** Runs one statement as one role and returns its rows. */
export async function runAs(
  config: DatabaseConfig,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const { host, port, user, password, database } = config;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
