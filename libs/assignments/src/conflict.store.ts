import { appendAudit } from '#audit';
import { type Tx } from '#database';
import { actingRoleOf, type DossierRow } from '#dossiers';
import { Refusal } from '#kernel';
import { recordAccessLost } from '#live';

/**
 * Records that a person is in conflict with a dossier: from the end of the transaction on they see nothing of it.
 * @throws Refusal `conflict_recorded_already`.
 */
export async function recordConflict(
  tx: Tx,
  row: DossierRow,
  userId: string,
  reason: string,
): Promise<string> {
  const source = userId === tx.actor.id ? 'declared' : 'recorded';
  const inserted = await tx.one<{ id: string }>(
    `INSERT INTO conflict_of_interest (dossier_id, user_id, source, reason, declared_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (dossier_id, user_id) WHERE lifted_at IS NULL DO NOTHING RETURNING id`,
    [row.id, userId, source, reason, tx.at],
  );
  if (!inserted) throw new Refusal('conflict_recorded_already');
  await appendAudit(tx, {
    chainId: row.id,
    action: 'conflict.declared',
    subject: { kind: 'conflict_of_interest', id: inserted.id },
    facts: { userId, source },
    payload: { reason },
    actorRole: actingRoleOf(tx.actor),
  });
  await recordAccessLost(tx, row.id, userId);
  return inserted.id;
}
