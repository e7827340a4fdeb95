import { type Role } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { conflictedUserIds } from '#identity';
import { SEAT_ROLES } from './seat-member.js';

/** Somebody who could be given a seat, with what stands against it. */
export interface CouncilCandidate {
  userId: string;
  name: string;
  organisation: string | null;
  roles: Role[];
  /** In conflict with the dossier today, declared, recorded or by affiliation: the invitation would be refused. */
  inConflict: boolean;
}

/** Everybody of the authority who could sit in a council on a dossier, by name; for whoever establishes it. */
export async function councilCandidates(tx: Tx, { id }: Pick<DossierRow, 'id'>): Promise<CouncilCandidate[]> {
  const rows = await tx.query<Omit<CouncilCandidate, 'inConflict'>>(
    `SELECT u.id AS "userId", u.display_name AS name, o.name AS organisation,
            array(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles
       FROM app_user u LEFT JOIN organisation o ON o.id = u.organisation_id
      WHERE u.authority_id = $1 AND u.active
        AND EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = ANY ($2::text[]))
      ORDER BY u.display_name, u.id`,
    [tx.actor.authorityId, [...SEAT_ROLES]],
  );
  const conflicted = await conflictedUserIds(tx, id);
  return rows.map((row) => ({ ...row, inConflict: conflicted.includes(row.userId) }));
}
