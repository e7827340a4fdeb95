import pg from 'pg';
import { APP_ROLE, type DatabaseConfig, ERASER_ROLE, OWNER_ROLE, provision } from '#database';

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
  const database = databaseOf(label);
  await database.create(`TEMPLATE techgate_template OWNER ${OWNER_ROLE} STRATEGY FILE_COPY`);
  return database;
}

/** A database in which nothing was done yet. */
export async function bareDatabase(label: string): Promise<TestDatabase> {
  const database = databaseOf(label);
  await database.create(`OWNER ${OWNER_ROLE}`);
  return database;
}

/** A database without any table, as a new installation finds it. */
export async function emptyDatabase(label: string): Promise<TestDatabase> {
  const database = await bareDatabase(label);
  const { superuser, owner, app, eraser } = database;
  const passwords = { owner: owner.password, app: app.password, eraser: eraser.password };
  await provision({ ...superuser, database: 'postgres' }, superuser.database, passwords);
  return database;
}

function databaseOf(label: string): TestDatabase & { create: (how: string) => Promise<void> } {
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
  const drop = () => admin(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  return {
    create: async (how) => {
      await drop();
      await admin(`CREATE DATABASE ${database} ${how}`);
    },
    app: as(APP_ROLE, passwords.app),
    owner: as(OWNER_ROLE, passwords.owner),
    eraser: as(ERASER_ROLE, passwords.eraser),
    superuser: as(user, password),
    drop,
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
