import { type CouncilMember } from '#appraisal';
import { appendAudit, type AuditFacts } from '#audit';
import { type Tx } from '#database';
import { actingRoleOf, type DossierRow } from '#dossiers';
import { notifyPeople } from '#notifications';

/** One act of or on a council in the log of its dossier; free text and names go into the payload. */
export async function logCouncil(
  tx: Tx,
  row: Pick<DossierRow, 'id'>,
  action: string,
  subject: { kind: string; id: string },
  facts: AuditFacts,
  payload?: unknown,
): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    action: `council.${action}`,
    subject,
    facts,
    actorRole: actingRoleOf(tx.actor),
    ...(payload === undefined ? {} : { payload }),
  });
}

export type CouncilNews =
  | 'council.invited'
  | 'council.session_opened'
  | 'council.motion_put'
  | 'council.motion_closed'
  | 'council.dissolved';

/** Tells the members who are not recused, declined or released; an invitation says no more than the project's name. */
export async function tellMembers(
  tx: Tx,
  row: DossierRow,
  kind: CouncilNews,
  members: readonly Pick<CouncilMember, 'userId' | 'state'>[],
): Promise<void> {
  const told = members.filter(({ state }) => state === 'accepted' || state === 'invited');
  const params = { projectName: row.projectName, fileCode: row.fileCode ?? '' };
  await notifyPeople(tx, { dossierId: row.id, kind, params, userIds: told.map(({ userId }) => userId) });
}
