import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { BackupFault } from './backup-fault.js';

const SHORTEST = 12;
/** 32 MiB and some tenths of a second for each guess. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const CIPHER = 'aes-256-gcm';

/** A passphrase as a file holds it, without the line's end. @throws BackupFault `passphrase_short` */
export function passphraseOf(text: string, file: string): string {
  const passphrase = text.replace(/\r?\n$/, '').normalize('NFC');
  if (passphrase.length < SHORTEST) throw new BackupFault('passphrase_short', file);
  return passphrase;
}

/** Bytes that only the passphrase opens, and that nobody can change unseen: scrypt and AES-256-GCM, as JSON. */
export function seal(content: Buffer, passphrase: string): string {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, scryptSync(passphrase, salt, 32, COST), iv);
  const data = Buffer.concat([cipher.update(content), cipher.final()]);
  const sealed = {
    kdf: 'scrypt',
    N: COST.N,
    r: COST.r,
    p: COST.p,
    cipher: CIPHER,
    salt,
    iv,
    tag: cipher.getAuthTag(),
    data,
  };
  return `${JSON.stringify(sealed, (_key, value: unknown) => (isBytes(value) ? Buffer.from(value.data).toString('base64') : value))}\n`;
}

const isBytes = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' && value !== null && (value as { type?: string }).type === 'Buffer';

/** @throws BackupFault `passphrase_wrong` for another passphrase and for sealed bytes that were changed. */
export function unseal(text: string, passphrase: string, file: string): Buffer {
  try {
    const { salt, iv, tag, data } = JSON.parse(text) as Record<'salt' | 'iv' | 'tag' | 'data', string>;
    const bytes = (base64: string) => Buffer.from(base64, 'base64');
    const decipher = createDecipheriv(CIPHER, scryptSync(passphrase, bytes(salt), 32, COST), bytes(iv));
    decipher.setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(data)), decipher.final()]);
  } catch (cause) {
    throw new BackupFault('passphrase_wrong', file, cause);
  }
}
