export { AccessLog, type Access } from './access-log.js';
export { appendAudit, appendAudits, type AuditDraft, lockChain, type StoredEntry } from './append-audit.js';
export { AuditLog } from './audit-log.js';
export { AuditModule } from './audit.module.js';
export { CHECKPOINTS_FILE } from './checkpoint-archive.js';
export { CHECKPOINT_SIGNER, type CheckpointSigner } from './checkpoint-signer.js';
export { Checkpoints } from './checkpoints.js';
export {
  type ActingRole,
  type AuditEntry,
  type AuditFacts,
  type ChainHead,
  entryHash,
  SYSTEM_CHAIN_ID,
} from './domain/audit-entry.js';
export { keyIdOf, type SignedCheckpoint, signedBytes } from './domain/checkpoint.js';
export { type EvidenceFile } from './domain/evidence.types.js';
export {
  ENTRY_FAULTS,
  type Fault,
  OTHER_FAULTS,
  RECORD_FAULTS,
  type VerificationReport,
} from './domain/fault.types.js';
export { readKnownCheckpoints } from './domain/known-checkpoints.js';
export { type KnownErasure, readKnownErasures } from './domain/known-erasures.js';
export { verifyExport } from './domain/verify-export.js';
export {
  chainEntries,
  checkpointsBefore,
  type ListedEntry,
  type SystemEntryFilter,
  systemEntries,
} from './entry-list.js';
export { ERASURES_FILE } from './erasure-archive.js';
export { erasePayload, type Erasure } from './erase-payload.js';
export { exportEvidence } from './export-evidence.js';
export { type ActPayload, payloadsOf } from './payloads-of.js';
export { openFileSigner, PRIVATE_KEY_FILE, PUBLIC_KEY_FILE } from './file-checkpoint-signer.js';
export { type ChainProof, chainProof } from './inclusion-proofs.js';
export { checkpointAge, lastCheckpoint, takeCheckpoint } from './take-checkpoint.js';
export {
  CHAIN_KINDS,
  type ChainKind,
  isSystemChainShared,
  type LogFilter,
  loggedEntries,
  type LoggedEntry,
  type NamedChain,
  namedChains,
} from './whole-log.js';
export { verifyDatabase } from './verify-database.js';
export { type DatabaseReport } from './verify-database.js';
export { VERIFICATION_PARTS, type VerificationPart, type VerificationStep } from './verification-step.js';
export { VERIFICATION_JOB, VerificationRuns } from './verifications/verification-runs.js';
export {
  entryOfVerification,
  latestVerifications,
  readVerification,
  requestVerification,
  type Verification,
  VERIFICATION_STATES,
  type VerificationState,
} from './verifications/verification.row.js';
