import { Inject, Injectable } from '@nestjs/common';
import { type Tx } from '#database';
import { CheckpointArchive } from './checkpoint-archive.js';
import { CHECKPOINT_SIGNER, type CheckpointSigner } from './checkpoint-signer.js';
import { type SignedCheckpoint, signedBytes } from './domain/checkpoint.js';
import { type EvidenceFile } from './domain/evidence.types.js';
import { allErasures, ErasureArchive } from './erasure-archive.js';
import { exportEvidence } from './export-evidence.js';
import { checkpointAge, checkpointsAfter, lastCheckpoint, takeCheckpoint } from './take-checkpoint.js';

/** Checkpoints and evidence under the installation's own key. */
@Injectable()
export class Checkpoints {
  constructor(
    @Inject(CHECKPOINT_SIGNER) private readonly signer: CheckpointSigner,
    @Inject(CheckpointArchive) private readonly archive: CheckpointArchive,
    @Inject(ErasureArchive) private readonly erasures: ErasureArchive,
  ) {}

  /** What to publish, and to hand to auditors on another way than the exports. */
  get publicKey(): { keyId: string; pem: string } {
    return { keyId: this.signer.keyId, pem: this.signer.publicKeyPem };
  }

  /**
   * Covers and signs what no checkpoint covers yet; writes it down outside of the database after the commit, and with it
   * which texts were erased.
   */
  async take(tx: Tx): Promise<SignedCheckpoint> {
    const taken = await takeCheckpoint(tx, this.signer);
    await this.writeDown(tx, taken.number - 1);
    const erasures = await allErasures(tx);
    tx.onCommit(() => this.erasures.write(erasures));
    return taken;
  }

  /** The newest checkpoint, or null. */
  last(tx: Tx): Promise<SignedCheckpoint | null> {
    return lastCheckpoint(tx);
  }

  /** Milliseconds since the newest checkpoint, or null. */
  age(tx: Tx, now: Date): Promise<number | null> {
    return checkpointAge(tx, now);
  }

  /** Those that this installation wrote down outside of the database. */
  known(): Promise<SignedCheckpoint[]> {
    return this.archive.all();
  }

  /** Whether a checkpoint could be written down now. @throws what the disk says */
  probe(): Promise<void> {
    return this.archive.probe();
  }

  /** A statement of this installation under its key: the signature is over the canonical JSON of everything but itself. */
  async signed<Statement extends object>(
    statement: Statement,
  ): Promise<Statement & { keyId: string; signature: string }> {
    const body = { ...statement, keyId: this.signer.keyId };
    return { ...body, signature: await this.signer.sign(signedBytes(body)) };
  }

  /** Everything that proves one chain. @throws Refusal `not_found`. */
  async exportEvidence(tx: Tx, chainId: string): Promise<EvidenceFile> {
    const before = await lastCheckpoint(tx);
    const evidence = await exportEvidence(tx, chainId, this.signer);
    await this.writeDown(tx, before?.number ?? 0);
    return evidence;
  }

  /** What was signed after checkpoint `number`, and whatever earlier one a crash or a full disk kept from the file. */
  private async writeDown(tx: Tx, number: number): Promise<void> {
    const unwritten = await checkpointsAfter(tx, Math.min(number, await this.archive.lastNumber()));
    if (unwritten.length > 0) tx.onCommit(() => this.archive.append(unwritten));
  }
}
