/** Whom and what the questions are about. */
export interface Asked {
  dossierId: string;
  authorityId: string;
  assigneeId: string;
  actorId: string;
  key: string;
  round: number;
  factsVersion: number;
  today: string;
}
type Question = readonly [sql: string, values: (asked: Asked) => unknown[]];
const ofDossier = (sql: string): Question => [sql, ({ dossierId }) => [dossierId]];
const ofRound = (sql: string): Question => [sql, ({ dossierId, round }) => [dossierId, round]];

/** Organisations whose people are in conflict with the dossier, and these people. */
const IN_CONFLICT = `WITH party AS (
    SELECT organisation_id FROM dossier_party WHERE dossier_id = $1 AND party IN ('investor', 'consultant', 'technology_supplier')
    UNION SELECT investor_org_id FROM dossier WHERE id = $1 AND investor_org_id IS NOT NULL)
  SELECT user_id AS id FROM conflict_of_interest WHERE dossier_id = $1 AND lifted_at IS NULL
  UNION SELECT u.id FROM party JOIN app_user u ON u.organisation_id = party.organisation_id
  UNION SELECT f.user_id FROM party JOIN user_affiliation f ON f.organisation_id = party.organisation_id
   WHERE f.valid_from <= $2::date AND (f.valid_to IS NULL OR f.valid_to >= $2::date - 730)`;
const inConflict: Question = [IN_CONFLICT, ({ dossierId, today }) => [dossierId, today]];

/**
 * What has to be known before a lead appraiser is changed: may this person act, was the same delivery answered already, what
 * stands in the dossier, who works on it and who is in conflict. The same as the product asks, one after the other.
 */
export const QUESTIONS: readonly Question[] = [
  [
    'SELECT fingerprint, answer FROM command_receipt WHERE actor_id = $1 AND idempotency_key = $2',
    ({ actorId, key }) => [actorId, key],
  ],
  [
    `SELECT u.id, u.active, array(SELECT role FROM user_role r WHERE r.user_id = u.id) AS roles FROM app_user u WHERE u.id = $1`,
    ({ actorId }) => [actorId],
  ],
  ofDossier('SELECT organisation_id, party FROM dossier_party WHERE dossier_id = $1'),
  ofDossier('SELECT organisation_id, kind, state FROM consultation WHERE dossier_id = $1'),
  [
    'SELECT facts FROM facts_version WHERE dossier_id = $1 AND version = $2',
    ({ dossierId, factsVersion }) => [dossierId, factsVersion],
  ],
  ofDossier('SELECT * FROM clock WHERE dossier_id = $1 ORDER BY created_at, id'),
  ofRound('SELECT * FROM conclusion WHERE dossier_id = $1 AND round = $2 AND sent_back_at IS NULL'),
  ofDossier(
    `SELECT a.declaration FROM assignment a JOIN dossier d ON d.id = a.dossier_id AND d.lead_appraiser_id = a.assignee_id
      WHERE a.dossier_id = $1 AND a.state IN ('invited', 'accepted')`,
  ),
  [
    `SELECT u.id, array_agg(r.role ORDER BY r.role) AS roles
       FROM (SELECT DISTINCT user_id FROM user_role WHERE role IN ('appraiser', 'head', 'leader')) s
       JOIN user_role r ON r.user_id = s.user_id JOIN app_user u ON u.id = s.user_id
      WHERE u.authority_id = $1 AND u.active GROUP BY u.id ORDER BY u.id`,
    ({ authorityId }) => [authorityId],
  ],
  ['SELECT * FROM substitute_authority WHERE authority_id = $1', ({ authorityId }) => [authorityId]],
  inConflict,
  ofDossier('SELECT * FROM screening WHERE dossier_id = $1 ORDER BY number DESC LIMIT 1'),
  ofDossier('SELECT * FROM list_decision WHERE dossier_id = $1 ORDER BY decided_at, id'),
  ofDossier('SELECT * FROM annex_check WHERE dossier_id = $1 ORDER BY checked_at, id'),
  ofDossier('SELECT * FROM finding_overturn WHERE dossier_id = $1 ORDER BY proposed_at, id'),
  ofRound('SELECT state, kind FROM consultation WHERE dossier_id = $1 AND round = $2'),
  ofRound('SELECT * FROM council WHERE dossier_id = $1 AND round = $2'),
  ofRound('SELECT * FROM consultation_choice WHERE dossier_id = $1 AND round = $2 ORDER BY number'),
  ofRound(
    "SELECT kind, status, issued_on FROM letter WHERE dossier_id = $1 AND round = $2 AND status = 'issued'",
  ),
  ofRound(
    "SELECT author_id, criteria FROM opinion WHERE dossier_id = $1 AND round = $2 AND state = 'recorded'",
  ),
  [
    `SELECT u.active, array(SELECT role FROM user_role WHERE user_id = u.id) AS roles FROM app_user u WHERE u.id = $1 AND u.authority_id = $2`,
    ({ assigneeId, authorityId }) => [assigneeId, authorityId],
  ],
  ofDossier(
    `SELECT a.*, u.display_name FROM assignment a JOIN app_user u ON u.id = a.assignee_id
      WHERE a.dossier_id = $1 AND a.state IN ('invited', 'accepted')`,
  ),
];

/** What has to be known afterwards: who is to be told, and what the answer says of the clocks. */
export const CLOSING_QUESTIONS: readonly Question[] = [
  inConflict,
  ofDossier('SELECT * FROM clock WHERE dossier_id = $1 ORDER BY created_at, id'),
  ofDossier("SELECT id, kind FROM letter WHERE dossier_id = $1 AND status = 'draft'"),
];
