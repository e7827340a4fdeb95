import { type Tx } from '#database';
import { type CliConfig } from '../config.js';
import { inOneTransaction } from '../database/one-transaction.js';
import { type OpenDatabase } from '../database/with-database.js';

/** Something that an installation needs in its database, in words for the operator. */
interface SeedStep {
  name: string;
  /** Part of the demonstration: left out where demo accounts are off. */
  demo: boolean;
  /** Idempotent and quick when there is nothing to do; all of it is stored, or none. */
  run: (tx: Tx) => Promise<void>;
}

/** What `npm start` and `seed` load, in this order: what decides comes before what is decided. */
const SEED_STEPS: readonly SeedStep[] = [
  {
    name: 'demo accounts',
    demo: true,
    run: async (tx) => {
      const { seedDemoIdentities } = await import('#identity');
      await seedDemoIdentities(tx);
    },
  },
];

/** Runs every step that this installation wants; a failing one is named in the error. */
export async function runSeedSteps({ connections }: OpenDatabase, { demo }: CliConfig): Promise<void> {
  const { DEMO_AUTHORITY } = await import('#identity');
  for (const step of SEED_STEPS.filter((one) => demo || !one.demo)) {
    try {
      await inOneTransaction(connections.app, DEMO_AUTHORITY.id, step.run);
    } catch (cause) {
      throw new Error(`Loading ${step.name} failed: ${(cause as Error).message}`, { cause });
    }
  }
}
