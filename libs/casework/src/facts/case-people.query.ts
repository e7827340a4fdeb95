import { type Role } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type StaffMember } from '#workflow';

export interface RoundPeople {
  concluderId: string | null;
  concluderRoles: Role[];
  endorserId: string | null;
  outcome: string | null;
  conditionsCure: string[];
}

/** Concluder and endorser of the round, with what was concluded; empty after a send-back. */
export async function roundPeople(tx: Tx, row: DossierRow): Promise<RoundPeople> {
  const found = await tx.one<RoundPeople & { conditions: { cures?: string[] }[] }>(
    `SELECT c.concluded_by AS "concluderId", c.endorsed_by AS "endorserId", c.outcome,
            array(SELECT role FROM user_role r WHERE r.user_id = c.concluded_by ORDER BY role) AS "concluderRoles",
            COALESCE(c.content->'conditions', '[]'::jsonb) AS conditions
       FROM conclusion c WHERE c.dossier_id = $1 AND c.round = $2 AND c.sent_back_at IS NULL`,
    [row.id, row.round],
  );
  if (!found)
    return { concluderId: null, concluderRoles: [], endorserId: null, outcome: null, conditionsCure: [] };
  const { conditions, ...people } = found;
  return { ...people, conditionsCure: conditions.flatMap(({ cures }) => cures ?? []) };
}

/** The active appraisers, heads and leaders of the authority with their roles, in conflict or not. */
export async function staffOf(tx: Tx, authorityId: string): Promise<StaffMember[]> {
  return tx.query<StaffMember>(
    // From the roles, which few have: most accounts are investors'.
    `SELECT u.id, array_agg(r.role ORDER BY r.role) AS roles
       FROM (SELECT DISTINCT user_id FROM user_role WHERE role IN ('appraiser', 'head', 'leader')) s
       JOIN user_role r ON r.user_id = s.user_id JOIN app_user u ON u.id = s.user_id
      WHERE u.authority_id = $1 AND u.active GROUP BY u.id ORDER BY u.id`,
    [authorityId],
  );
}

/** Whether the notice of discontinuance of the dossier has left the house. */
export async function discontinuanceIssued(tx: Tx, dossierId: string): Promise<boolean> {
  const row = await tx.one(
    'SELECT 1 AS yes FROM letter WHERE dossier_id = $1 AND kind = $2 AND status = $3',
    [dossierId, 'discontinuance', 'issued'],
  );
  return row !== null;
}
