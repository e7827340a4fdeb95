import { type SnapshotReader } from './snapshot-reader.js';
import { RECORD_CHECKS } from './verify-records.js';

/** What is verified one after the other; the files only where somebody reads them. */
export const VERIFICATION_PARTS = ['chains', 'checkpoints', 'reads', 'records', 'files'] as const;
export type VerificationPart = (typeof VERIFICATION_PARTS)[number];

/** How far a verification is. */
export interface VerificationStep {
  part: VerificationPart;
  /** Entries, checkpoints, batches of reads, comparisons or files of this part, of how many in it. */
  done: number;
  total: number;
  /** What the parts before have counted. */
  seen: { entries: number; chains: number; checkpoints: number; steps: number };
}

/** How much there is of each part in this snapshot. */
export async function wholeOf(reader: SnapshotReader): Promise<Record<VerificationPart, number>> {
  const [counts] = await reader.all<Record<Exclude<VerificationPart, 'records'>, number>>(
    `SELECT (SELECT count(*)::int FROM audit_entry) AS chains, (SELECT count(*)::int FROM checkpoint) AS checkpoints,
       (SELECT count(*)::int FROM access_batch) AS reads,
       (SELECT count(*)::int FROM (SELECT storage_key FROM document UNION SELECT storage_key FROM letter WHERE status = 'issued') stored) AS files`,
  );
  if (!counts) throw new Error('an aggregate has one row');
  return { ...counts, records: RECORD_CHECKS };
}
