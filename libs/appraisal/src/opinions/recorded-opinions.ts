import { type Tx } from '#database';
import { conflictedUserIds } from '#identity';

/** How many opinions of a round are recorded and come from people who are not in conflict with the dossier. */
export async function recordedOpinions(tx: Tx, dossierId: string, round: number): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM opinion
      WHERE dossier_id = $1 AND round = $2 AND state = 'recorded' AND author_id <> ALL ($3::uuid[])`,
    [dossierId, round, await conflictedUserIds(tx, dossierId)],
  );
  return row?.count ?? 0;
}
