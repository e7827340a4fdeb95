import { digestOf } from '#kernel';

export type AccessAction = 'read' | 'listed' | 'searched' | 'downloaded' | 'exported';

/** One look at something. `at` is UTC with milliseconds. */
export interface AccessRecord {
  at: string;
  actorId: string;
  actorRole: string;
  action: AccessAction;
  subject: { kind: string; id: string };
  dossierId: string | null;
}

/** SHA-256 of the canonical JSON of a batch: the leaf by which a checkpoint covers its records. */
export const accessBatchDigest = (batchId: string, records: readonly AccessRecord[]): string =>
  digestOf({ batchId, records });
