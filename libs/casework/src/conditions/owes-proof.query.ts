import { OWED_CONDITION_STATES } from '#contracts';
import { type Tx } from '#database';

/** Whether the owner of a dossier still has a condition to prove, so that files of a decided dossier are taken in. */
export async function owesProof(tx: Tx, dossierId: string): Promise<boolean> {
  const row = await tx.one(
    `SELECT 1 AS yes FROM condition_task WHERE dossier_id = $1 AND imposed_on IS NOT NULL AND state = ANY ($2) LIMIT 1`,
    [dossierId, OWED_CONDITION_STATES],
  );
  return row !== null;
}
