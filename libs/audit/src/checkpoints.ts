import { Inject, Injectable } from '@nestjs/common';
import { type Tx } from '#database';
import { CHECKPOINT_SIGNER, type CheckpointSigner } from './checkpoint-signer.js';
import { type SignedCheckpoint } from './domain/checkpoint.js';
import { type EvidenceFile } from './domain/evidence.types.js';
import { exportEvidence } from './export-evidence.js';
import { checkpointAge, lastCheckpoint, takeCheckpoint } from './take-checkpoint.js';

/** Checkpoints and evidence under the installation's own key. */
@Injectable()
export class Checkpoints {
  constructor(@Inject(CHECKPOINT_SIGNER) private readonly signer: CheckpointSigner) {}

  /** What to publish, and to hand to auditors on another way than the exports. */
  get publicKey(): { keyId: string; pem: string } {
    return { keyId: this.signer.keyId, pem: this.signer.publicKeyPem };
  }

  /** Covers and signs what no checkpoint covers yet. */
  take(tx: Tx): Promise<SignedCheckpoint> {
    return takeCheckpoint(tx, this.signer);
  }

  /** The newest checkpoint, or null. */
  last(tx: Tx): Promise<SignedCheckpoint | null> {
    return lastCheckpoint(tx);
  }

  /** Milliseconds since the newest checkpoint, or null. */
  age(tx: Tx, now: Date): Promise<number | null> {
    return checkpointAge(tx, now);
  }

  /** Everything that proves one dossier's chain. @throws Refusal `not_found`. */
  exportEvidence(tx: Tx, dossierId: string): Promise<EvidenceFile> {
    return exportEvidence(tx, dossierId, this.signer);
  }
}
