import { type Tx } from '#database';
import { civilDateOf } from '#kernel';
import { oldestCountingEnd } from './conflict-window.js';
import { CONFLICTING_PARTIES, JUDGING_ROLES } from './dossier-access.types.js';

const CONFLICTED = `
  SELECT u.id FROM dossier d JOIN app_user u ON u.authority_id = d.authority_id
   WHERE d.id = $1
     AND NOT EXISTS (SELECT 1 FROM user_role o WHERE o.user_id = u.id AND (
           (o.role IN ('investor', 'requester') AND u.organisation_id = d.owner_org_id)
           OR (o.role = 'requester' AND u.organisation_id = d.requester_org_id AND (d.status <> 'draft' OR d.channel = 'requester'))))
     AND (EXISTS (SELECT 1 FROM conflict_of_interest c WHERE c.dossier_id = d.id AND c.user_id = u.id AND c.lifted_at IS NULL)
       OR EXISTS (
         SELECT 1 FROM (
           SELECT p.organisation_id FROM dossier_party p WHERE p.dossier_id = d.id AND p.party = ANY ($2::text[])
           UNION ALL SELECT d.investor_org_id WHERE d.investor_org_id IS NOT NULL
         ) party
         WHERE (party.organisation_id = u.organisation_id
                AND EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role = ANY ($3::text[])))
            OR EXISTS (SELECT 1 FROM user_affiliation f WHERE f.user_id = u.id AND f.organisation_id = party.organisation_id
                 AND f.valid_from <= $4::date AND (f.valid_to IS NULL OR f.valid_to >= $5::date))))
   ORDER BY u.id`;

/**
 * Everybody who is in conflict with a dossier today, declared, recorded or by affiliation: the set form of the relation
 * `conflicted` of `relationsOf`. Ids, sorted.
 */
export async function conflictedUserIds(tx: Tx, dossierId: string): Promise<string[]> {
  const today = civilDateOf(tx.at);
  const values = [dossierId, [...CONFLICTING_PARTIES], [...JUDGING_ROLES], today, oldestCountingEnd(today)];
  return (await tx.query<{ id: string }>(CONFLICTED, values)).map(({ id }) => id);
}
