import { type Tx } from '#database';
import { conflictedUserIds } from '#identity';

/** The dossiers on which the actor has an open task and is in conflict with by now. */
export async function conflictedDossierIds(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    "SELECT DISTINCT dossier_id AS id FROM assignment WHERE assignee_id = $1 AND state IN ('invited', 'accepted')",
    [tx.actor.id],
  );
  const conflicted: string[] = [];
  for (const { id } of rows) if ((await conflictedUserIds(tx, id)).includes(tx.actor.id)) conflicted.push(id);
  return conflicted;
}
