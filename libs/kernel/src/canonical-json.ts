import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 text of a JSON value: equal values give equal bytes in every language. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

/** SHA-256 of a text or of bytes, lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/** SHA-256 of the canonical JSON of a value, lower-case hex. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
