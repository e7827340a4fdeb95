import { readConfig } from './config.js';
import { prepareDatabase } from './database/schema.js';
import { withDatabase } from './database/with-database.js';
import { runSeedSteps } from './start/seed-steps.js';

/** Brings the schema up to date and loads legal packs and demo data; running it again changes nothing. */
export async function seedCommand(args: readonly string[]): Promise<number> {
  const config = readConfig(args);
  await withDatabase(config, async (open) => {
    await prepareDatabase(open.connections, open.secrets);
    await runSeedSteps(open, config);
  });
  console.log('Seeds are loaded.');
  return 0;
}
