import { type Tx } from '#database';
import { civilDateOf } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import { CONFLICTING_PARTIES, JUDGING_ROLES } from './dossier-access.types.js';

/** Suspects are found from the dossier and its parties, never by asking every account of the authority. */
const CONFLICTED = `
  WITH party AS (
    SELECT p.organisation_id FROM dossier_party p WHERE p.dossier_id = $1 AND p.party = ANY ($2::text[])
    UNION SELECT i.investor_org_id FROM dossier i WHERE i.id = $1 AND i.investor_org_id IS NOT NULL
  ), suspect AS (
    SELECT c.user_id FROM conflict_of_interest c WHERE c.dossier_id = $1 AND c.lifted_at IS NULL
    UNION SELECT e.id FROM party JOIN app_user e ON e.organisation_id = party.organisation_id
           WHERE EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = e.id AND r.role = ANY ($3::text[]))
    UNION SELECT f.user_id FROM party JOIN user_affiliation f ON f.organisation_id = party.organisation_id
           WHERE f.valid_from <= $4::date AND (f.valid_to IS NULL OR f.valid_to >= $5::date)
  )
  SELECT u.id FROM dossier d JOIN app_user u ON u.authority_id = d.authority_id
   WHERE d.id = $1 AND u.id IN (SELECT user_id FROM suspect)
     AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.user_id = u.id AND (
           (o.role IN ('investor', 'requester') AND u.organisation_id = d.owner_org_id)
           OR (o.role = 'requester' AND u.organisation_id = d.requester_org_id AND (d.status <> 'draft' OR d.channel = 'requester'))))
   ORDER BY u.id`;

/**
 * Everybody who is in conflict with a dossier today, declared, recorded or by affiliation: the set form of the relation
 * `conflicted` of `relationsOf`. Ids, sorted.
 */
export async function conflictedUserIds(tx: Tx, dossierId: string): Promise<string[]> {
  const { sql, values } = conflictedUsersSql(tx, dossierId);
  return (await tx.query<{ id: string }>(sql, values)).map(({ id }) => id);
}

/** The same as a query to stand inside another one: its values are $1 (the dossier) to $5. */
export function conflictedUsersSql(tx: Tx, dossierId: string): { sql: string; values: unknown[] } {
  const today = civilDateOf(tx.at);
  const values = [dossierId, [...CONFLICTING_PARTIES], [...JUDGING_ROLES], today, oldestCountingEnd(today)];
  return { sql: CONFLICTED, values };
}
