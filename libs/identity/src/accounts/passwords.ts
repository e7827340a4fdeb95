import { hash, verify } from '@node-rs/argon2';
import { Refusal, sha256 } from '#kernel';

/** Version 1.3 of the OWASP recommendation for argon2id (the library's default algorithm): 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const MIN_LENGTH = 12;
/** A hash that no password matches, verified when there is no account, so that the answer takes as long. */
export const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZS1zYWx0LTE2LWJ5dA$Yp8J5yS7lJ4sC1o0pX0m8eJ0cEo2v0yT3mJm9t3K1mA';

/** Hashes a password with argon2id; the result is a PHC string. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/**
 * A digest of a password that is the same for the same purpose, to tell a repeated request from another one. It costs a
 * guesser as much as the stored hash does.
 */
export const passwordDigest = (password: string, purpose: string): Promise<string> =>
  hash(password, { ...COST, salt: Buffer.from(sha256(purpose), 'hex').subarray(0, 16) });

/** Tells whether a password fits; takes equally long for an account that does not exist (`null`). */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password).catch(() => false);
  return stored !== null && fits;
}

/** @throws Refusal `password_too_weak` below 12 characters or when it holds the name part of the e-mail. */
export function requireStrongPassword(password: string, email: string): void {
  const name = email.split('@')[0] ?? '';
  const holdsName = name.length >= 4 && password.toLowerCase().includes(name.toLowerCase());
  if (password.length < MIN_LENGTH || holdsName)
    throw new Refusal('password_too_weak', { minLength: MIN_LENGTH });
}
