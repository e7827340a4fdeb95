import { type Schema } from '../../../api/schema-names.js';

type Findings = Pick<
  Schema<'VerificationFindingsDto'>,
  'entries' | 'uncovered' | 'batches' | 'uncoveredBatches' | 'newest'
>;

/**
 * Of what the running total of the newest checkpoint is made: entries of the log, and batches of the log of reads. Null
 * where they do not make it up: without a checkpoint, in a result of an older release, and where something is wrong.
 */
export function coveredParts({ entries, uncovered, batches, uncoveredBatches, newest }: Findings) {
  if (newest === null || batches === undefined || uncoveredBatches === undefined) return null;
  const parts = {
    total: newest.totalSize,
    entries: entries - uncovered,
    batches: batches - uncoveredBatches,
    uncoveredBatches,
  };
  return parts.entries + parts.batches === parts.total ? parts : null;
}
