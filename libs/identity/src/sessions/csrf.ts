import { createHmac, timingSafeEqual } from 'node:crypto';

/** The CSRF token of a session: bound to it by HMAC, so a token of another session or a planted one does not fit. */
export const csrfTokenOf = (sessionToken: string, secret: string): string =>
  createHmac('sha256', secret).update(`csrf:${sessionToken}`).digest('base64url');

/** Compares in constant time. */
export function csrfFits(sessionToken: string, presented: string, secret: string): boolean {
  const expected = Buffer.from(csrfTokenOf(sessionToken, secret));
  const given = Buffer.from(presented);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
