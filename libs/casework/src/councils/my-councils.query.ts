import { type CouncilSeat, type CouncilStatus } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse } from '#dossiers';
import { conflictedDossiersSql, wholeDossiersSql } from '#identity';

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
  const hidden = conflictedDossiersSql(tx, 2);
  return tx.query<MyCouncil>(
    `SELECT c.id AS "councilId", c.dossier_id AS "dossierId", a.id AS "assignmentId", m.seat, a.state, d.project_name AS "projectName",
            CASE WHEN a.state = 'accepted' THEN c.name END AS name, CASE WHEN a.state = 'accepted' THEN c.status END AS status,
            CASE WHEN a.state = 'accepted' THEN d.file_code END AS "fileCode",
            CASE WHEN a.state = 'accepted' THEN (SELECT count(*)::int FROM council_motion o JOIN council_session s ON s.id = o.session_id
              WHERE s.council_id = c.id AND o.closed_at IS NULL) END AS "openMotions"
       FROM council_member m JOIN assignment a ON a.id = m.assignment_id JOIN council c ON c.id = m.council_id
       JOIN dossier d ON d.id = c.dossier_id
      WHERE m.user_id = $1 AND a.state IN ('invited', 'accepted') AND d.authority_id = $2 AND NOT ${hidden.sql}
      ORDER BY c.established_at DESC, c.id`,
    [tx.actor.id, tx.actor.authorityId, ...hidden.values],
  );
}

/** A council of a dossier that the actor sees, with the own seat where there is one. */
export interface KnownCouncil extends Omit<MyCouncil, 'assignmentId' | 'seat' | 'state'> {
  seat: CouncilSeat | null;
}
/** Which councils are listed: those that still work, or those that have concluded or were dissolved. */
export type CouncilStage = 'open' | 'closed';
const STATUSES_OF: Record<CouncilStage, readonly CouncilStatus[]> = {
  open: ['established', 'in_session'],
  closed: ['concluded', 'dissolved'],
};
/** A province has some tens of them in a year: the newest are what anybody looks for in a list. */
const MOST_LISTED = 200;

/**
 * The councils of a stage, the newest first: for the house those of all dossiers that the access policy shows, for
 * everybody else those in which they have a seat.
 */
export async function knownCouncils(tx: Tx, stage: CouncilStage): Promise<KnownCouncil[]> {
  const seen = wholeDossiersSql(tx, 3);
  const seat = `(SELECT m.seat FROM council_member m JOIN assignment a ON a.id = m.assignment_id
                  WHERE m.council_id = c.id AND m.user_id = $1 AND a.state = 'accepted' LIMIT 1)`;
  return tx.query<KnownCouncil>(
    `SELECT * FROM (
       SELECT c.id AS "councilId", c.dossier_id AS "dossierId", ${seat} AS seat, d.project_name AS "projectName", c.name, c.status,
              d.file_code AS "fileCode", (SELECT count(*)::int FROM council_motion o JOIN council_session s ON s.id = o.session_id
                WHERE s.council_id = c.id AND o.closed_at IS NULL) AS "openMotions"
         FROM council c JOIN dossier d ON d.id = c.dossier_id
        WHERE c.status = ANY ($2::text[]) AND ${seen.sql}
        ORDER BY c.established_at DESC, c.id) known
      WHERE $3::boolean OR seat IS NOT NULL LIMIT ${MOST_LISTED}`,
    [tx.actor.id, [...STATUSES_OF[stage]], isOfTheHouse(tx.actor), ...seen.values],
  );
}
