import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256 } from '#kernel';

/** Digits and capitals without those that are taken for others: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_OF_A_SIGN = 5;
/** 24 signs of five bits: 120 bits, which nobody tries out, and enough for a plain hash (OWASP ASVS 6.5.2: 112). */
const SIGNS = 24;
const SIGNS_OF_A_GROUP = 4;
const ALIKE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * The tracking secret of a dossier in a version: 120 bits by HMAC-SHA-256 under a key that only the API holds, six groups
 * of four signs. The same input gives the same secret, so that it need not be stored until the receipt prints it.
 */
export function trackingSecret(key: string, dossierId: string, version: number): string {
  const bytes = createHmac('sha256', key).update(`tracking-secret/${dossierId}/${version}`).digest();
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const signs = Array.from({ length: SIGNS }, (_, place) => {
    const sign = Number((bits >> BigInt(place * BITS_OF_A_SIGN)) & 31n);
    return ALPHABET[sign] ?? '';
  });
  return grouped(signs.join(''));
}

const grouped = (signs: string): string =>
  (signs.match(new RegExp(`.{${SIGNS_OF_A_GROUP}}`, 'g')) ?? []).join('-');

/** A secret as it was typed, without spaces and dashes, with what people take for one another made one. */
const plainSigns = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .replaceAll(/[OIL]/g, (sign) => ALIKE[sign] ?? sign);

/** What is stored of a secret: a hash that holds for one dossier only. */
export const trackingDigest = (dossierId: string, typed: string): string =>
  sha256(`tracking-secret/${dossierId}/${plainSigns(typed)}`);

/** Whether a typed secret is that of the digest, in a time that does not depend on either. */
export const fitsDigest = (dossierId: string, typed: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(trackingDigest(dossierId, typed), 'hex'), Buffer.from(digest, 'hex'));
