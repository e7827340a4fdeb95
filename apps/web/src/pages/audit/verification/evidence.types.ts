/** The export format `techgate-evidence-1` of docs/verification.md, as far as it is checked here. */
export interface Entry {
  chainId: string;
  seq: number;
  at: string;
  actorId: string;
  actorRole: string;
  action: string;
  subject: { kind: string; id: string };
  outcome: string;
  facts: Record<string, unknown>;
  payloadHash: string | null;
  prevHash: string;
  hash: string;
}
export interface Checkpoint {
  number: number;
  size: number;
  totalSize: number;
  root: string;
  firstAt: string | null;
  lastAt: string | null;
  at: string;
  previousCheckpointHash: string;
  keyId: string;
  signature: string;
}
interface Named {
  kind: string;
  id: string;
  sha256: string;
  seq: number;
}
export interface Evidence {
  chainId: string;
  entries: Entry[];
  payloads: { seq: number; salt: string; payload: unknown }[];
  documents: Named[];
  checkpoints: Checkpoint[];
  proofs: { seq: number; checkpoint: number; index: number; path: string[] }[];
  seal: { chainId: string; seq: number; hash: string; at: string; keyId: string; signature: string };
}

/** The reasons of docs/verification.md that an export can give. */
export type FaultReason =
  | 'malformed'
  | 'hash_mismatch'
  | 'gap'
  | 'fork'
  | 'wrong_previous'
  | 'wrong_chain'
  | 'payload_changed'
  | 'payload_unannounced'
  | 'payload_missing_without_erasure_entry'
  | 'erasure_without_basis'
  | 'erased_payload_present'
  | 'tail_missing'
  | 'not_in_checkpoint'
  | 'inclusion_not_proven'
  | 'document_hash_mismatch'
  | 'transition_differs'
  | 'file_malformed'
  | 'unknown_key'
  | 'signature_invalid'
  | 'checkpoint_gap'
  | 'checkpoint_link_broken'
  | 'checkpoint_size_mismatch'
  | 'seal_invalid';
/** What is wrong, and where; null where the place has no such coordinate. */
export interface Fault {
  seq: number | null;
  checkpoint: number | null;
  reason: FaultReason;
  /** A JSON pointer; never content. */
  detail?: string;
}
export const entryFault = (seq: number, reason: FaultReason): Fault => ({ seq, checkpoint: null, reason });
export const GENESIS_HASH = '0'.repeat(64);
