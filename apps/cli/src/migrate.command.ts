import { readConfig } from './config.js';
import { prepareDatabase } from './database/schema.js';
import { withDatabase } from './database/with-database.js';

/** Brings the schema up to date and names the steps that ran. */
export async function migrateCommand(args: readonly string[]): Promise<number> {
  const config = readConfig(args);
  const ran = await withDatabase(config, ({ connections, secrets }) => prepareDatabase(connections, secrets));
  console.log(ran.length === 0 ? 'The schema is up to date.' : `Migrated: ${ran.join(', ')}`);
  return 0;
}
