import { CLOSED_STATUSES, type Role } from '#contracts';
import { type Tx } from '#database';
import { visibleDossiersSql } from '#identity';
import { civilDateOf } from '#kernel';

/** How much lies with one person who may be assigned. */
export interface Workload {
  userId: string;
  name: string;
  roles: Role[];
  /** Open dossiers that the person leads. */
  leading: number;
  /** Open dossiers on which the person is asked for an opinion. */
  advising: number;
  /** Assignments that wait for an answer. */
  unanswered: number;
  /** Open dossiers that the person leads and whose due day has passed. */
  overdue: number;
}

/** The load of every active appraiser and expert, by name; it counts only dossiers that the actor may see. */
export async function workloads(tx: Tx): Promise<Workload[]> {
  const visible = visibleDossiersSql(tx, 3, 'd');
  return tx.query<Workload>(
    `SELECT u.id AS "userId", u.display_name AS name,
            array(SELECT r.role FROM user_role r WHERE r.user_id = u.id ORDER BY r.role) AS roles,
            count(DISTINCT d.id) FILTER (WHERE a.kind = 'lead')::int AS leading,
            count(DISTINCT d.id) FILTER (WHERE a.kind = 'expert')::int AS advising,
            count(d.id) FILTER (WHERE a.state = 'invited')::int AS unanswered,
            count(DISTINCT d.id) FILTER (WHERE a.kind = 'lead' AND d.due_on < $2::date)::int AS overdue
       FROM app_user u
       LEFT JOIN assignment a ON a.assignee_id = u.id AND a.state IN ('invited', 'accepted')
       LEFT JOIN dossier d ON d.id = a.dossier_id AND d.status <> ALL ($3::text[]) AND ${visible.sql}
      WHERE u.authority_id = $1 AND u.active
        AND EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role IN ('appraiser', 'expert'))
      GROUP BY u.id ORDER BY u.display_name, u.id`,
    [tx.actor.authorityId, civilDateOf(tx.at), [...CLOSED_STATUSES], ...visible.values],
  );
}
