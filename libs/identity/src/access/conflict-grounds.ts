import { type Tx } from '#database';
import { civilDateOf } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import { conflictedUserIds } from './conflicted-users.js';
import { CONFLICTING_PARTIES } from './dossier-access.types.js';

export const CONFLICT_GROUNDS = ['declared', 'recorded', 'employer', 'affiliation'] as const;
/** Why somebody is in conflict: said so, was recorded, works for a party, or belongs or lately belonged to one. */
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];
export interface KnownConflict {
  userId: string;
  ground: ConflictGround;
  /** The party; null where the person said it or it was recorded. */
  organisation: string | null;
}

const GROUNDS = `
  WITH party AS (
    SELECT p.organisation_id FROM dossier_party p WHERE p.dossier_id = $1 AND p.party = ANY ($3::text[])
    UNION SELECT i.investor_org_id FROM dossier i WHERE i.id = $1 AND i.investor_org_id IS NOT NULL
  )
  SELECT DISTINCT ON (g."userId") g."userId", g.ground, g.organisation FROM (
    SELECT c.user_id AS "userId", c.source AS ground, NULL AS organisation, 1 AS place
      FROM conflict_of_interest c WHERE c.dossier_id = $1 AND c.lifted_at IS NULL
    UNION ALL SELECT e.id, 'employer', o.name, 2
      FROM party JOIN organisation o ON o.id = party.organisation_id JOIN app_user e ON e.organisation_id = o.id
    UNION ALL SELECT f.user_id, 'affiliation', o.name, 3
      FROM party JOIN organisation o ON o.id = party.organisation_id JOIN user_affiliation f ON f.organisation_id = o.id
     WHERE f.valid_from <= $4::date AND (f.valid_to IS NULL OR f.valid_to >= $5::date)
  ) g WHERE g."userId" = ANY ($2::uuid[]) ORDER BY g."userId", g.place, g.organisation`;

/** Everybody of `conflictedUserIds` with the ground; a conflict that the person said stands before one by organisation. */
export async function conflictGrounds(tx: Tx, dossierId: string): Promise<KnownConflict[]> {
  const today = civilDateOf(tx.at);
  const conflicted = await conflictedUserIds(tx, dossierId);
  if (conflicted.length === 0) return [];
  const values = [dossierId, conflicted, [...CONFLICTING_PARTIES], today, oldestCountingEnd(today)];
  return tx.query<KnownConflict>(GROUNDS, values);
}
