import { canonicalJson } from './canonical-json.js';
import { type Bytes, bytesOfBase64, digest, hexOf, utf8 } from './digest.js';
import { type FaultReason } from './evidence.types.js';

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
/** Keys that may have signed, by the SHA-256 of their DER form. */
export type KeyRing = ReadonlyMap<string, Key>;

/** This browser has no Ed25519, or the page did not come over a protected connection. */
export class NoCryptography extends Error {}

const derOf = (pem: string): Bytes => bytesOfBase64(pem.replaceAll(/-----[^-]+-----|\s/g, ''));

/** SHA-256 of the DER form of a PEM public key, lower-case hex: the identifier that is published. */
export const keyIdOf = async (pem: string): Promise<string> => hexOf(await digest(derOf(pem)));

/**
 * @param pems Ed25519 public keys, SPKI in PEM form
 * @throws NoCryptography where this browser cannot check a signature
 */
export async function keyRing(pems: readonly string[]): Promise<KeyRing> {
  if (!isSecure()) throw new NoCryptography('no crypto.subtle');
  return new Map(await Promise.all(pems.map(async (pem) => [await keyIdOf(pem), await keyOf(pem)] as const)));
}
const isSecure = (): boolean =>
  (globalThis as { crypto?: Partial<typeof crypto> }).crypto?.subtle !== undefined;

async function keyOf(pem: string): Promise<Key> {
  try {
    return await crypto.subtle.importKey('spki', derOf(pem), { name: 'Ed25519' }, false, ['verify']);
  } catch {
    throw new NoCryptography('no Ed25519');
  }
}

/** Null when the named key of the ring signed the canonical JSON of `content`, else what is wrong. */
export async function signatureFault(
  { signature, ...content }: { keyId: string; signature: string },
  keys: KeyRing,
): Promise<FaultReason | null> {
  const key = keys.get(content.keyId);
  if (key === undefined) return 'unknown_key';
  try {
    const signed = utf8(canonicalJson(content));
    return (await crypto.subtle.verify({ name: 'Ed25519' }, key, bytesOfBase64(signature), signed))
      ? null
      : 'signature_invalid';
  } catch {
    // No base64, or a text without a canonical form: nobody signed that.
    return 'signature_invalid';
  }
}
