import fc from 'fast-check';
import { seedOf } from '../seed.js';
import { type Bench, playSequence } from './bench.js';
import { type Sequence, sequences } from './steps.js';

/** Within this long a search, with that for a shorter counterexample, has to be over: a second a sequence, at least nine minutes. */
export const limitOf = (runs: number): number => Math.max(540_000, runs * 1000);
interface Search {
  runs: number;
  /** Whether to look for a shorter sequence that breaks it too. */
  shortest: boolean;
}
/** What a search came to: how many sequences were played, and the one that broke an invariant. */
export interface Found {
  seed: number;
  played: number;
  sequence: Sequence | null;
  error: Error | null;
  /** Where fast-check has the sequence. */
  at: string;
}

/** Plays generated sequences to the first that breaks an invariant. `COUNTEREXAMPLE` plays the one of a place. */
export async function search(bench: Bench, { runs, shortest }: Search): Promise<Found> {
  const seed = seedOf();
  const path = process.env['COUNTEREXAMPLE'];
  const property = fc.asyncProperty(sequences, (sequence) => playSequence(bench, sequence));
  const outcome = await fc.check(property, {
    numRuns: runs,
    seed,
    ...(path ? { path } : {}),
    endOnFailure: path !== undefined || !shortest,
    interruptAfterTimeLimit: limitOf(runs),
  });
  const sequence = outcome.failed ? (outcome.counterexample?.[0] ?? null) : null;
  const error = outcome.errorInstance instanceof Error ? outcome.errorInstance : null;
  return { seed, played: outcome.numRuns, sequence, error, at: outcome.counterexamplePath ?? '' };
}

/**
 * Runs generated sequences. @throws Error with the seed and a script that a person can read where an invariant breaks, with the seed
 * and how many were played where the time did not suffice.
 */
export async function runSequences(
  bench: Bench,
  { runs, file }: { runs: number; file: string },
): Promise<void> {
  const { seed, played, sequence, error, at } = await search(bench, {
    runs,
    shortest: process.env['SHRINK'] !== '0',
  });
  if (sequence === null && played < runs && process.env['COUNTEREXAMPLE'] === undefined)
    throw new Error(
      `interrupted after ${played} of ${runs} sequences, of which none broke anything: SEED=${seed}`,
    );
  if (sequence === null) return;
  const script: string[] = [];
  const once = await playSequence(bench, sequence, script).catch((caught: unknown) => caught);
  throw new Error(
    [
      once instanceof Error ? once.message : `${error?.message ?? ''} (not when it was played once more)`,
      ...script,
      `again: SEED=${seed} COUNTEREXAMPLE=${at} npm run jest -- --selectProjects integration ${file}`,
      bench.tally.print(),
    ].join('\n'),
  );
}
