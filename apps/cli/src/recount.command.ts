import { ConfigError, readConfig } from './config.js';
import { withDatabase } from './database/with-database.js';

/** Counts all dossiers anew into the tally behind the counts of lists; needs the owner of the schema. */
export async function recountCommand(args: readonly string[]): Promise<number> {
  const config = readConfig(args);
  await withDatabase(config, async ({ connections: { owner } }) => {
    if (owner === null)
      throw new ConfigError('recount needs the owner of the schema: set DATABASE_OWNER_URL.');
    const { recountDossiers } = await import('#database');
    await recountDossiers(owner);
  });
  console.log('The dossiers are counted anew.');
  return 0;
}
