import { readConfig } from './config.js';
import { prepareDatabase } from './database/schema.js';
import { withDatabase } from './database/with-database.js';
import { runSeedSteps } from './start/seed-steps.js';

/** Brings the schema up to date and loads legal packs and demo data; running it again changes nothing. */
export async function seedCommand(args: readonly string[]): Promise<number> {
  await withDatabase(readConfig(args), async (open) => {
    await prepareDatabase(open.connections, open.secrets);
    await runSeedSteps(open);
  });
  console.log('Seeds are loaded.');
  return 0;
}
