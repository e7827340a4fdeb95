import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where somebody's stream stands, and since when. */
export interface Cursor {
  position: string;
  at: Date;
}
const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
/** Lengths are rounded up to it: how many transactions were open is nobody's business. */
const BLOCK = 128;
const LONGEST = 4000;
const POSITION = /^\d{1,20}:\d{1,20}:[\d,]*$/;

/**
 * Cursors as a stream names them: sealed, so that nobody reads from them how much there was that they were not told, and
 * only good for the person to whom they were given. Every replica with the same secret opens them.
 */
export class EventCursors {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'techgate event cursor', 32));
  }

  seal(userId: string, { position, at }: Cursor): string {
    const text = `${at.getTime()} ${position}`;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce).setAAD(Buffer.from(userId));
    const padded = text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK);
    return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]).toString(
      'base64url',
    );
  }

  /** Null for what is not a cursor of this person. */
  open(userId: string, sealed: string): Cursor | null {
    const bytes = Buffer.from(sealed.slice(0, LONGEST), 'base64url');
    if (bytes.length < NONCE + TAG + BLOCK) return null;
    const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(userId))
      .setAuthTag(bytes.subarray(-TAG));
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString();
      return cursorOf(text);
    } catch {
      return null;
    }
  }
}

function cursorOf(text: string): Cursor | null {
  const [at = '', position = ''] = text.trimEnd().split(' ');
  return POSITION.test(position) ? { position, at: new Date(Number(at)) } : null;
}
