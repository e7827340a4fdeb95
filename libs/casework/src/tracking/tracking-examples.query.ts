import { CLOSED_STATUSES } from '#contracts';
import { type Tx } from '#database';
import { trackingDigest, trackingSecret } from './tracking-secret.js';

/** A dossier of the demonstration that a visitor may follow. */
export interface TrackingExample {
  fileCode: string;
  secret: string;
}

/**
 * The newest open and the newest closed dossier with their secrets, so that a visitor of the demonstration can try it; none
 * whose secret was made under another key. Only for installations whose accounts are published anyway.
 */
export async function exampleSecrets(tx: Tx, key: string): Promise<TrackingExample[]> {
  const rows = await tx.query<{ id: string; fileCode: string; version: number; digest: string }>(
    `SELECT DISTINCT ON (d.status = ANY ($1)) d.id, d.file_code AS "fileCode", t.version, t.digest
       FROM tracking_secret t JOIN dossier d ON d.id = t.dossier_id
      WHERE d.file_code IS NOT NULL ORDER BY d.status = ANY ($1), d.accepted_on DESC, d.file_code DESC`,
    [[...CLOSED_STATUSES]],
  );
  return rows.flatMap(({ id, fileCode, version, digest }) => {
    const secret = trackingSecret(key, id, version);
    return trackingDigest(id, secret) === digest ? [{ fileCode, secret }] : [];
  });
}
