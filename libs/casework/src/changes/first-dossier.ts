import { CLOSED_STATUSES, DECIDED_STATUSES, type ProcedureId, type Status } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow, viewStatusOf, viewStatusSql } from '#dossiers';
import { Refusal } from '#kernel';

/** The statuses after which technology may be changed: what was refused has nothing to change. */
const APPROVED: readonly Status[] = ['approved', 'approved_with_conditions'];
/** Procedures whose approval is about the technology of a project; a determination is about a term. */
const CHANGEABLE: readonly ProcedureId[] = ['opinion', 'appraisal', 'reappraisal'];
/** What an issued letter is worth where its approval is in force. */
const IN_FORCE = ['valid', 'confirmed'];

/** Whether the first decision of all was an opinion or an appraisal, followed back through earlier changes. */
export const actOf = ({
  procedureId,
  firstProcedureId,
}: Pick<DossierRow, 'procedureId' | 'firstProcedureId'>): 'opinion' | 'appraisal' =>
  firstProcedureId ?? (procedureId === 'appraisal' ? 'appraisal' : 'opinion');

/** Whether an approval of the dossier left the house and is in force: not replaced, recalled or under review. */
async function isApprovalInForce(tx: Tx, { id, status, procedureId, round }: DossierRow): Promise<boolean> {
  if (!APPROVED.includes(status) || !CHANGEABLE.includes(procedureId)) return false;
  const letter = await tx.one(
    `SELECT 1 AS yes FROM letter WHERE dossier_id = $1 AND round = $2 AND kind = 'decision' AND status = 'issued'
        AND validity = ANY ($3)`,
    [id, round, IN_FORCE],
  );
  return letter !== null;
}

/** Statuses of a change that leave the first dossier as it was. */
const CAME_TO_NOTHING: readonly Status[] = [
  'draft',
  'refused',
  ...CLOSED_STATUSES.filter((status) => !(DECIDED_STATUSES as readonly Status[]).includes(status)),
];

/**
 * The other change of a dossier that is being dealt with or was approved, as the actor may know it: one that was refused
 * is in hand for its owner until the letter has left. Drafts do not count.
 */
export const standingChange = (
  tx: Tx,
  firstDossierId: string,
  except: string | null,
): Promise<{ id: string; status: Status } | null> =>
  tx.one(
    `SELECT d.id, d.status FROM dossier d WHERE d.first_dossier_id = $1 AND d.id IS DISTINCT FROM $2::uuid
        AND NOT ${viewStatusSql(tx.actor)} = ANY ($3) ORDER BY d.created_at, d.id LIMIT 1`,
    [firstDossierId, except, CAME_TO_NOTHING],
  );

/** What keeps an approved dossier from being changed now. `except`: the change that asks. */
export type FirstFault = 'first_dossier_not_approved' | 'first_dossier_changed_since' | 'change_in_hand';

/** Why the technology of a dossier cannot be changed now, with what the person should know; null when it can. */
export async function firstFaultOf(
  tx: Tx,
  first: DossierRow,
  except: string | null,
): Promise<{ code: FirstFault; details: Record<string, unknown> } | null> {
  if (!(await isApprovalInForce(tx, first)))
    return {
      code: 'first_dossier_not_approved',
      details: { status: await viewStatusOf(tx, first), procedure: first.procedureId },
    };
  const other = await standingChange(tx, first.id, except);
  if (other === null) return null;
  const code = APPROVED.includes(await viewStatusOf(tx, other))
    ? 'first_dossier_changed_since'
    : 'change_in_hand';
  return { code, details: { dossierId: other.id } };
}

/** @throws Refusal `first_dossier_not_approved`, `first_dossier_changed_since`, `change_in_hand` */
export async function requireChangeable(tx: Tx, first: DossierRow): Promise<void> {
  const fault = await firstFaultOf(tx, first, null);
  if (fault !== null) throw new Refusal(fault.code, fault.details);
}
