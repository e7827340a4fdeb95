import { type DataSourceOptions } from 'typeorm';
import { Connection } from './connection.js';
import { type DatabaseConfig } from './database-config.js';
import { MIGRATIONS } from './migrations/index.js';
import { readPlainTypes } from './pg-types.js';
import { timeLimits } from './time-limits.js';

/**
 * One plan for all values of a statement: what is asked is asked by keys, and left to itself PostgreSQL plans most of these
 * statements anew each time, which costs more than they do. No helpers for one statement: where many people ask at once the
 * cores have other work, and to start helpers took longer than most answers (docs/performance.md).
 */
export const SESSION =
  '-c timezone=UTC -c plan_cache_mode=force_generic_plan -c max_parallel_workers_per_gather=0';

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
    extra: { Client: Connection, options: SESSION, pipeline: true, ...timeLimits(config) },
  };
}
