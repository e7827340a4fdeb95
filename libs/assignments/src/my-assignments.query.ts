import { type Tx } from '#database';
import { conflictedDossiersSql } from '#identity';
import { type CivilDate, civilDateOf } from '#kernel';
import { type AssignmentKind, type AssignmentState, type Declaration } from './assignment.store.js';

/** A task of the person who asks, with what an invited person may know before declaring, and no more. */
export interface MyAssignment {
  id: string;
  dossierId: string;
  kind: AssignmentKind;
  state: AssignmentState;
  declaration: Declaration | null;
  assignedAt: Date;
  dueOn: CivilDate | null;
  overdue: boolean;
  revision: number;
  projectName: string;
  /** Investor, consultant and technology supplier: those with whom there may be a conflict. */
  parties: { party: string; name: string }[];
}

/** The open tasks of the actor, those to be answered first, then by due day; none of dossiers in conflict. */
export async function myAssignments(tx: Tx): Promise<MyAssignment[]> {
  const hidden = conflictedDossiersSql(tx, 2);
  return tx.query<MyAssignment>(
    `SELECT a.id, a.dossier_id AS "dossierId", a.kind, a.state, a.declaration, a.assigned_at AS "assignedAt", a.due_on::text AS "dueOn",
            coalesce(a.due_on < $2::date, false) AS overdue, a.revision, d.project_name AS "projectName", parties.list AS parties
       FROM assignment a JOIN dossier d ON d.id = a.dossier_id,
            LATERAL (SELECT coalesce(json_agg(json_build_object('party', p.party, 'name', p.name) ORDER BY p.party, p.name), '[]') AS list
               FROM (SELECT x.party, o.name FROM dossier_party x JOIN organisation o ON o.id = x.organisation_id
                      WHERE x.dossier_id = d.id AND x.party <> 'requester'
                     UNION SELECT 'investor', o.name FROM organisation o WHERE o.id = d.investor_org_id) p) parties
      WHERE a.assignee_id = $1 AND a.state IN ('invited', 'accepted') AND NOT ${hidden.sql}
      ORDER BY a.state DESC, a.due_on NULLS LAST, a.assigned_at, a.id`,
    [tx.actor.id, civilDateOf(tx.at), ...hidden.values],
  );
}
