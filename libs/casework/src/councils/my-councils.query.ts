import { type CouncilSeat, type CouncilStatus } from '#contracts';
import { type Tx } from '#database';
import { conflictedUserIds } from '#identity';

/** A seat of the person who asks. Before declaring it says no more than an invitation may. */
export interface MyCouncil {
  councilId: string;
  dossierId: string;
  assignmentId: string;
  seat: CouncilSeat;
  state: 'invited' | 'accepted';
  projectName: string;
  /** Null until the invitation is accepted. */
  name: string | null;
  status: CouncilStatus | null;
  fileCode: string | null;
  openMotions: number | null;
}

/** The councils in which the actor has a seat or is invited to one, the newest first; none of dossiers in conflict. */
export async function myCouncils(tx: Tx): Promise<MyCouncil[]> {
  const rows = await tx.query<MyCouncil>(
    `SELECT c.id AS "councilId", c.dossier_id AS "dossierId", a.id AS "assignmentId", m.seat, a.state, d.project_name AS "projectName",
            CASE WHEN a.state = 'accepted' THEN c.name END AS name, CASE WHEN a.state = 'accepted' THEN c.status END AS status,
            CASE WHEN a.state = 'accepted' THEN d.file_code END AS "fileCode",
            CASE WHEN a.state = 'accepted' THEN (SELECT count(*)::int FROM council_motion o JOIN council_session s ON s.id = o.session_id
              WHERE s.council_id = c.id AND o.closed_at IS NULL) END AS "openMotions"
       FROM council_member m JOIN assignment a ON a.id = m.assignment_id JOIN council c ON c.id = m.council_id
       JOIN dossier d ON d.id = c.dossier_id
      WHERE m.user_id = $1 AND a.state IN ('invited', 'accepted') AND d.authority_id = $2
      ORDER BY c.established_at DESC, c.id`,
    [tx.actor.id, tx.actor.authorityId],
  );
  const shown: MyCouncil[] = [];
  for (const row of rows)
    if (!(await conflictedUserIds(tx, row.dossierId)).includes(tx.actor.id)) shown.push(row);
  return shown;
}
