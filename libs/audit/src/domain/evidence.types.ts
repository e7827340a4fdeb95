import { type AuditEntry } from './audit-entry.js';
import { type SignedCheckpoint } from './checkpoint.js';

export const EVIDENCE_FORMAT = 'techgate-evidence-1';

/** A payload that is still stored. */
export interface ExportedPayload {
  seq: number;
  /** Lower-case hex. */
  salt: string;
  payload: unknown;
}
/** Shows that entry `seq` is leaf `index` (0-based) of a checkpoint. */
export interface ExportedProof {
  seq: number;
  checkpoint: number;
  index: number;
  path: string[];
}
/** A document or letter whose bytes the entry `seq` names by their SHA-256. */
export interface ExportedDocument {
  kind: string;
  id: string;
  sha256: string;
  seq: number;
}
/** Signed last link: nothing was cut off the end of the export. */
export interface ChainSeal {
  chainId: string;
  seq: number;
  hash: string;
  /** Instant of the export, UTC with milliseconds. */
  at: string;
  keyId: string;
}

/** Everything an auditor needs to check one chain without the database (docs/verification.md). */
export interface EvidenceFile {
  format: typeof EVIDENCE_FORMAT;
  chainId: string;
  entries: AuditEntry[];
  payloads: ExportedPayload[];
  documents: ExportedDocument[];
  checkpoints: SignedCheckpoint[];
  proofs: ExportedProof[];
  seal: ChainSeal & { signature: string };
}

/** The documents that a chain names: entries whose facts carry a `sha256`. */
export function documentsOf(entries: readonly AuditEntry[]): ExportedDocument[] {
  return entries.flatMap(({ seq, subject, outcome, facts: { sha256 } }) =>
    outcome === 'done' && typeof sha256 === 'string'
      ? [{ kind: subject.kind, id: subject.id, sha256, seq }]
      : [],
  );
}
