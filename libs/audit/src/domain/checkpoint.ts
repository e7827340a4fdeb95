import { createHash, createPublicKey, verify } from 'node:crypto';
import { canonicalJson, digestOf } from '#kernel';
import { GENESIS_HASH } from './audit-entry.js';
import { type Fault, otherFault } from './fault.types.js';

/** What is signed. Times are UTC with milliseconds. */
export interface CheckpointBody {
  /** 1, 2, 3 … without a gap. */
  number: number;
  /** Leaves of this checkpoint's own tree: entries and batches of reads that no earlier one covers. */
  size: number;
  /** Leaves of all checkpoints up to this one. */
  totalSize: number;
  /** RFC 6962 root over the leaves. */
  root: string;
  /** Times of the earliest and the latest leaf; null when there is none. */
  firstAt: string | null;
  lastAt: string | null;
  at: string;
  /** SHA-256 of the canonical JSON of the body before; 64 zeros for the first. */
  previousCheckpointHash: string;
  /** SHA-256 of the DER form of the public key. */
  keyId: string;
}
export interface SignedCheckpoint extends CheckpointBody {
  /** Ed25519 over the canonical JSON of the body, base64. */
  signature: string;
}

/** The body without its signature. */
export function bodyOf({ signature: _signature, ...body }: SignedCheckpoint): CheckpointBody {
  return body;
}

/** The hash by which the next checkpoint names this one. */
export const checkpointHash = (body: CheckpointBody): string => digestOf(body);

/** The bytes that are signed: UTF-8 of the canonical JSON. */
export const signedBytes = (content: object): Buffer => Buffer.from(canonicalJson(content), 'utf8');

/** SHA-256 of the DER (SPKI) form of a PEM public key, lower-case hex. */
export function keyIdOf(publicKeyPem: string): string {
  const der = createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}

/** Public keys by their id. */
export type KeyRing = ReadonlyMap<string, string>;
/** @param pems public keys in PEM form; one that cannot be read throws. */
export const keyRing = (pems: readonly string[]): KeyRing => new Map(pems.map((pem) => [keyIdOf(pem), pem]));

/** `null` when the signature over `content` is by the named key of the ring, else what is wrong. */
export function signatureFault(
  content: object,
  keyId: string,
  signature: string,
  keys: KeyRing,
): 'unknown_key' | 'signature_invalid' | null {
  const pem = keys.get(keyId);
  if (pem === undefined) return 'unknown_key';
  const sound = verify(null, signedBytes(content), createPublicKey(pem), Buffer.from(signature, 'base64'));
  return sound ? null : 'signature_invalid';
}

/**
 * Checks signatures, numbers, sizes and links of checkpoints in ascending order. A run may begin later than with
 * number 1 (an export begins where its dossier does); from there on none may be missing.
 */
export function checkpointFaults(run: readonly SignedCheckpoint[], keys: KeyRing): Fault[] {
  return run.flatMap((checkpoint, i) => {
    const signature = signatureFault(bodyOf(checkpoint), checkpoint.keyId, checkpoint.signature, keys);
    const reasons = [signature, linkFault(checkpoint, run[i - 1])];
    return reasons.filter((reason) => reason !== null).map((reason) => otherFault(reason, checkpoint.number));
  });
}

function linkFault(current: SignedCheckpoint, previous: SignedCheckpoint | undefined) {
  if (current.number > 1 && previous === undefined) return null;
  if (current.number !== (previous?.number ?? 0) + 1) return 'checkpoint_gap' as const;
  const expected = previous ? checkpointHash(bodyOf(previous)) : GENESIS_HASH;
  if (current.previousCheckpointHash !== expected) return 'checkpoint_link_broken' as const;
  return current.totalSize === (previous?.totalSize ?? 0) + current.size
    ? null
    : ('checkpoint_size_mismatch' as const);
}
