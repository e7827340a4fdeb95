import { appendAudit } from '#audit';
import { type Tx } from '#database';

/** Writes into the dossier's log that a clerk gave it a tracking secret: its version, never the secret. */
export async function logSecret(
  tx: Tx,
  dossierId: string,
  action: 'tracking_secret.made' | 'tracking_secret.renewed',
  version: number,
  reason?: string,
): Promise<void> {
  await appendAudit(tx, {
    chainId: dossierId,
    action,
    actorRole: 'clerk',
    subject: { kind: 'dossier', id: dossierId },
    facts: { version },
    ...(reason === undefined ? {} : { payload: { reason } }),
  });
}
