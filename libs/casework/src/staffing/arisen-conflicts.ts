import { appendAudit } from '#audit';
import { CLOSED_STATUSES } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf, type DossierRow, readDossier } from '#dossiers';
import { CONFLICTING_PARTIES, conflictedUserIds } from '#identity';
import { notifyPeople, recipients } from '#notifications';

/** People who have a task on a dossier, or whose opinion, list decision, conclusion or endorsement it carries. Ids. */
export async function actingPeople(tx: Tx, dossierId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT assignee_id AS id FROM assignment WHERE dossier_id = $1
     UNION SELECT author_id FROM opinion WHERE dossier_id = $1
     UNION SELECT decided_by FROM list_decision WHERE dossier_id = $1
     UNION SELECT seconded_by FROM list_decision WHERE dossier_id = $1 AND seconded_by IS NOT NULL
     UNION SELECT concluded_by FROM conclusion WHERE dossier_id = $1
     UNION SELECT endorsed_by FROM conclusion WHERE dossier_id = $1 AND endorsed_by IS NOT NULL`,
    [dossierId],
  );
  return rows.map(({ id }) => id);
}

/** Logs that people have come into conflict with a dossier by what others changed, and tells the heads. */
export async function tellOfConflicts(tx: Tx, row: DossierRow, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  const acting = await actingPeople(tx, row.id);
  for (const userId of userIds)
    await appendAudit(tx, {
      chainId: row.id,
      actorRole: actingRoleOf(tx.actor),
      action: 'conflict.arisen',
      subject: { kind: 'dossier', id: row.id },
      facts: { userId, acted: acting.includes(userId) },
    });
  const heads = await recipients(tx, row, 'head');
  const params = { projectName: row.projectName, fileCode: row.fileCode ?? '' };
  await notifyPeople(tx, {
    dossierId: row.id,
    kind: 'conflict.arisen',
    params,
    userIds: heads.map(({ id }) => id),
  });
}

/** Runs a change of the parties of a locked dossier and tells of acting people whom it puts into conflict. */
export async function watchingConflicts(
  tx: Tx,
  row: DossierRow,
  change: () => Promise<DossierRow>,
): Promise<DossierRow> {
  const before = await conflictedUserIds(tx, row.id);
  const changed = await change();
  const acting = await actingPeople(tx, row.id);
  const arisen = (await conflictedUserIds(tx, row.id)).filter(
    (id) => !before.includes(id) && acting.includes(id),
  );
  await tellOfConflicts(tx, changed, arisen);
  return changed;
}

/** The open dossiers in which an organisation is investor, consultant or supplier, and with which a person has no conflict yet. */
export async function openDossiersWithout(tx: Tx, userId: string, organisationId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT d.id FROM dossier d WHERE d.authority_id = $1 AND d.status <> 'draft' AND d.status <> ALL ($2::text[])
        AND (d.investor_org_id = $3 OR EXISTS (SELECT 1 FROM dossier_party p WHERE p.dossier_id = d.id
               AND p.organisation_id = $3 AND p.party = ANY ($4::text[]))) ORDER BY d.id`,
    [tx.actor.authorityId, [...CLOSED_STATUSES], organisationId, [...CONFLICTING_PARTIES]],
  );
  const free: string[] = [];
  for (const { id } of rows) if (!(await conflictedUserIds(tx, id)).includes(userId)) free.push(id);
  return free;
}

/** Tells the heads of those dossiers with which the person is in conflict by now. */
export async function tellOfAffiliation(
  tx: Tx,
  userId: string,
  dossierIds: readonly string[],
): Promise<number> {
  let told = 0;
  for (const id of dossierIds) {
    const row = await readDossier(tx, id);
    if (!row || !(await conflictedUserIds(tx, id)).includes(userId)) continue;
    await tellOfConflicts(tx, row, [userId]);
    told += 1;
  }
  return told;
}
