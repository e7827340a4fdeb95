import { type OpenDatabase } from '../database/with-database.js';

/** Something that a fresh installation needs in its database, in words for the operator. */
export interface SeedStep {
  name: string;
  /** Idempotent and quick when there is nothing to do; returns what it did, or null. */
  run: (open: OpenDatabase) => Promise<string | null>;
}

/** What `npm start` and `seed` load, in this order: legal packs before the demo data that is decided by them. */
export const SEED_STEPS: readonly SeedStep[] = [];

/** Runs every step and says what each one did. */
export async function runSeedSteps(
  open: OpenDatabase,
  steps: readonly SeedStep[] = SEED_STEPS,
): Promise<void> {
  for (const step of steps) {
    const done = await step.run(open);
    if (done !== null) console.log(`${step.name}: ${done}`);
  }
}
