/** Who signs checkpoints; a file today, a hardware module where a province has one. */
export interface CheckpointSigner {
  /** SHA-256 of the DER form of the public key, lower-case hex. */
  readonly keyId: string;
  /** SPKI in PEM form: this is what gets published. */
  readonly publicKeyPem: string;
  /** Ed25519 signature over the bytes, base64. */
  sign(bytes: Uint8Array): Promise<string>;
}
export const CHECKPOINT_SIGNER = Symbol('CheckpointSigner');
