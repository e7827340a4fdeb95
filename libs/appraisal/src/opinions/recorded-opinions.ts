import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
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

/** Codes of the criteria that those opinions of the round mark as not achieved, sorted. */
export async function failedCriteria(tx: Tx, dossierId: string, round: number): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `SELECT DISTINCT mark->>'code' AS code FROM opinion o, jsonb_array_elements(o.criteria) AS mark
      WHERE o.dossier_id = $1 AND o.round = $2 AND o.state = 'recorded' AND o.author_id <> ALL ($3::uuid[])
        AND mark->>'mark' = 'not_achieved' ORDER BY code`,
    [dossierId, round, await conflictedUserIds(tx, dossierId)],
  );
  return rows.map(({ code }) => code);
}

/** How many of them were written by others than the lead appraiser: experts and members of a council. */
export async function expertOpinions(
  tx: Tx,
  { id, round, leadAppraiserId }: Pick<DossierRow, 'id' | 'round' | 'leadAppraiserId'>,
): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `SELECT count(*)::int AS count FROM opinion
      WHERE dossier_id = $1 AND round = $2 AND state = 'recorded' AND author_id <> ALL ($3::uuid[])
        AND author_id IS DISTINCT FROM $4`,
    [id, round, await conflictedUserIds(tx, id), leadAppraiserId],
  );
  return row?.count ?? 0;
}
