import { type DataSourceOptions } from 'typeorm';
import { type DatabaseConfig } from './database-config.js';
import { MIGRATIONS } from './migrations/index.js';
import { readPlainTypes } from './pg-types.js';

/** TypeORM options for PostgreSQL; `synchronize` is never on, the schema comes from hand-read migrations only. */
export function dataSourceOptions(config: DatabaseConfig): DataSourceOptions {
  readPlainTypes();
  return {
    type: 'postgres',
    host: config.host,
    port: config.port,
    username: config.user,
    password: config.password,
    database: config.database,
    poolSize: config.poolSize ?? 20,
    synchronize: false,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    applicationName: 'techgate',
    // Statements that do not wait for each other travel together.
    extra: { options: sessionOptions(config), pipeline: true },
  };
}

/** Whoever answers people gives up a statement that takes too long, and a lock that does not come; it says so with 503. */
function sessionOptions({ statementSeconds }: DatabaseConfig): string {
  const limit = statementSeconds === undefined ? '' : ` -c statement_timeout=${statementSeconds}s`;
  return `-c timezone=UTC${limit}`;
}
