/** What a verifier can find wrong with an entry. */
export const ENTRY_FAULTS = [
  'malformed',
  'hash_mismatch',
  'gap',
  'fork',
  'wrong_previous',
  'wrong_chain',
  'payload_changed',
  'payload_unannounced',
  'payload_missing_without_erasure_entry',
  'erasure_without_basis',
  'erased_payload_present',
  'tail_missing',
  'not_in_checkpoint',
  'checkpoint_names_other_hash',
  'inclusion_not_proven',
  'document_hash_mismatch',
] as const;
/** What a verifier can find wrong with a checkpoint, an export file, the log of reads or the tally of dossiers. */
export const OTHER_FAULTS = [
  'file_malformed',
  'unknown_key',
  'signature_invalid',
  'checkpoint_gap',
  'checkpoint_link_broken',
  'checkpoint_root_mismatch',
  'checkpoint_size_mismatch',
  'checkpoint_missing',
  'checkpoint_differs',
  'access_batch_changed',
  'seal_invalid',
  'tally_differs',
] as const;
/** What a verifier can find wrong between the chains and the rows and files of which they speak. */
export const RECORD_FAULTS = [
  'transition_not_logged',
  'transition_differs',
  'transition_missing',
  'dossier_differs',
  'document_not_logged',
  'document_differs',
  'document_missing',
  'file_differs',
  'file_missing',
] as const;
export type EntryFault = (typeof ENTRY_FAULTS)[number];
export type OtherFault = (typeof OTHER_FAULTS)[number];
export type RecordFault = (typeof RECORD_FAULTS)[number];

/** One thing that is wrong, with the place where it is; `null` where the place has no such coordinate. */
export interface Fault {
  chainId: string | null;
  seq: number | null;
  checkpoint: number | null;
  reason: EntryFault | OtherFault | RecordFault;
  /** A JSON pointer or an id; never content. */
  detail?: string;
}
/** A fault of an entry: chain, sequence number and reason are always known. */
export interface BadEntry extends Fault {
  chainId: string;
  seq: number;
  reason: EntryFault;
}

/** Names the place of an entry's fault. */
export const badEntry = (chainId: string, seq: number, reason: EntryFault, detail?: string): BadEntry => ({
  chainId,
  seq,
  checkpoint: null,
  reason,
  ...(detail === undefined ? {} : { detail }),
});

/** Names a fault that is not one entry's. */
export const otherFault = (reason: OtherFault, checkpoint: number | null, detail?: string): Fault => ({
  chainId: null,
  seq: null,
  checkpoint,
  reason,
  ...(detail === undefined ? {} : { detail }),
});

/** Names a fault of a row or file of a dossier; `seq` is the entry that speaks of it, null when there is none. */
export const recordFault = (
  chainId: string,
  seq: number | null,
  reason: RecordFault,
  detail: string,
): Fault => ({ chainId, seq, checkpoint: null, reason, detail });

/** What a verification says. `firstBad` is the earliest fault: entries in the order of chain and sequence, then the rest. */
export interface VerificationReport {
  ok: boolean;
  chains: number;
  entries: number;
  checkpoints: number;
  /** Entries that no checkpoint covers yet. */
  uncovered: number;
  /** Batches of the log of reads, each one leaf of a checkpoint like an entry (database only). */
  batches: number;
  /** Batches that no checkpoint covers yet. */
  uncoveredBatches: number;
  /** Payloads that were lawfully erased. */
  erased: number;
  /** Rows of the transition log that were compared with the chains (database only). */
  steps: number;
  /** Stored files that were hashed again (database only). */
  files: number;
  firstBad: Fault | null;
  /** At most `FAULTS_KEPT`, the earliest ones. */
  faults: Fault[];
  faultCount: number;
}
export const FAULTS_KEPT = 100;
