import { randomBytes } from 'node:crypto';

/** A token that cannot be guessed: 256 bits, base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');
