import { type Tx } from '#database';
import { trackingDigest, trackingSecret } from './tracking-secret.js';

/** The secret of a dossier as it is to be told now. */
export interface MadeSecret {
  version: number;
  secret: string;
  /** Whether this version was made in this transaction. */
  made: boolean;
}
interface StoredSecret {
  version: number;
  digest: string;
}

const storedOf = (tx: Tx, dossierId: string): Promise<StoredSecret | null> =>
  tx.one<StoredSecret>('SELECT version, digest FROM tracking_secret WHERE dossier_id = $1', [dossierId]);

/**
 * The secret of a dossier, made where there is none, and made anew where the key that would derive it is another one now.
 * Under the dossier's lock.
 */
export async function ensureSecret(tx: Tx, dossierId: string, key: string): Promise<MadeSecret> {
  const stored = await storedOf(tx, dossierId);
  if (stored === null) return writeSecret(tx, dossierId, key, 1);
  const secret = trackingSecret(key, dossierId, stored.version);
  return trackingDigest(dossierId, secret) === stored.digest
    ? { version: stored.version, secret, made: false }
    : writeSecret(tx, dossierId, key, stored.version + 1);
}

/** The next secret of a dossier; the one before opens nothing any more. Under the dossier's lock. */
export async function renewSecret(tx: Tx, dossierId: string, key: string): Promise<MadeSecret> {
  const stored = await storedOf(tx, dossierId);
  return writeSecret(tx, dossierId, key, (stored?.version ?? 0) + 1);
}

async function writeSecret(tx: Tx, dossierId: string, key: string, version: number): Promise<MadeSecret> {
  const secret = trackingSecret(key, dossierId, version);
  await tx.query(
    `INSERT INTO tracking_secret (dossier_id, version, digest, made_at, made_by) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (dossier_id) DO UPDATE SET version = EXCLUDED.version, digest = EXCLUDED.digest,
       made_at = EXCLUDED.made_at, made_by = EXCLUDED.made_by`,
    [dossierId, version, trackingDigest(dossierId, secret), tx.at, tx.actor.id],
  );
  return { version, secret, made: true };
}
