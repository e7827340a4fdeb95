import { type DataSourceOptions } from 'typeorm';
import { type DatabaseConfig } from './database-config.js';
import { MIGRATIONS } from './migrations/index.js';
import { readPlainTypes } from './pg-types.js';
import { timeLimits } from './time-limits.js';

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
    extra: { options: '-c timezone=UTC', pipeline: true, ...timeLimits(config) },
  };
}
