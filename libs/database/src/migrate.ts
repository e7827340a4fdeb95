import { DataSource } from 'typeorm';
import { type DatabaseConfig } from './database-config.js';
import { dataSourceOptions } from './data-source-options.js';

/** Brings the schema up to date as the owner role; returns the names of the migrations that ran. */
export async function migrate(owner: DatabaseConfig): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions({ ...owner, poolSize: 2 })).initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
