import { CLOSED_STATUSES, DECIDED_STATUSES, DECISION_LETTERS } from '#contracts';

const listed = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`;
/** Kinds of letters that answer what was asked of the department. */
const ANSWERS = listed(DECISION_LETTERS);
const CLOSED = listed(CLOSED_STATUSES);
const OWES_A_LETTER = listed([...DECIDED_STATUSES, 'returned']);
const NOT_SUBJECT = `(l.kind = 'return_notice' AND l.draft_data ->> 'reason' = 'not_subject')`;
const VALID = `l.status = 'issued' AND l.validity IN ('valid', 'confirmed')`;

/** Said so that the index over all confirmed matches is not searched once for every project. */
const CONFIRMED = `m.state NOT IN ('proposed', 'rejected')`;

/** An open dossier, or a decided one whose letter has not left. */
const IN_HAND = `(d.status <> 'draft' AND (d.status NOT IN ${CLOSED} OR (d.status IN ${OWES_A_LETTER} AND l.status = 'draft')))`;
const ANSWER = `(l.kind IN ${ANSWERS} AND l.status = 'issued')`;
const GIVEN = `(${ANSWER} AND (b.day IS NULL OR l.issued_on <= b.day))`;

/**
 * What the standing of each project `p` of the register is computed from, as joins: `fd` the final decision, `r` the day
 * on which the authority decided, `s` what the confirmed dossiers say, `x` a confirmed exemption. `standingOf` says the
 * same in a pure function; ADR 0014 says why.
 */
export const STANDING_JOINS = `
  LEFT JOIN project_decision fd ON fd.id = p.decision_id
  CROSS JOIN LATERAL (SELECT coalesce(fd.decided_on, least(p.policy_decided_on, p.certificate_on)) AS decided_on) r
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(${GIVEN}), false) AS given,
      coalesce(bool_or(${ANSWER} AND ${VALID}), false) AS valid,
      coalesce(bool_or(${GIVEN} AND ${VALID} AND EXISTS (SELECT 1 FROM silence_record q WHERE q.dossier_id = d.id)), false) AS silent,
      coalesce(bool_or(${IN_HAND}), false) AS in_hand,
      coalesce(bool_or(${IN_HAND} AND b.day IS NULL), false) AS waits,
      coalesce(bool_or(d.status = 'returned' AND ${NOT_SUBJECT} AND ${VALID}), false) AS returned,
      (array_agg(json_build_object('outcome', de.kind, 'decided', b.day IS NOT NULL) ORDER BY l.issued_on DESC, l.issued_at DESC)
        FILTER (WHERE ${GIVEN} AND ${VALID}))[1] AS newest
      FROM project_match m JOIN dossier d ON d.id = m.dossier_id
      CROSS JOIN LATERAL (SELECT CASE WHEN d.procedure_id IN ('determination', 'reappraisal') AND r.decided_on < d.received_on
        THEN NULL ELSE r.decided_on END AS day) b
      LEFT JOIN letter l ON l.dossier_id = d.id AND l.status <> 'void' AND (l.kind IN ${ANSWERS} OR ${NOT_SUBJECT})
      LEFT JOIN decision de ON de.dossier_id = d.id AND de.round = l.round AND l.kind IN ${ANSWERS}
     WHERE m.project_id = p.id AND ${CONFIRMED}
  ) s
  LEFT JOIN project_exemption x ON x.project_id = p.id AND x.state = 'confirmed'`;

/** Where the project stands: the one expression of lists, counts, coverage, exports and details. */
export const STANDING = `(CASE
    WHEN s.given AND s.valid THEN 'answered'
    WHEN x.id IS NOT NULL OR (s.returned AND NOT s.in_hand) THEN 'not_subject'
    WHEN r.decided_on IS NOT NULL AND NOT s.given AND NOT s.waits THEN 'missed'
    WHEN s.in_hand THEN 'in_hand' ELSE 'none' END)`;

/** Answered after the reply clock had run out. */
export const ANSWERED_LATE = `(s.given AND s.valid AND s.silent)`;

/** Whether our refusal was followed. */
export const FOLLOWED_SQL = `(CASE
    WHEN NOT (s.given AND s.valid) OR s.newest ->> 'outcome' IS DISTINCT FROM 'refused' THEN 'not_applicable'
    WHEN NOT (s.newest ->> 'decided')::boolean THEN 'no_decision_yet'
    WHEN coalesce(fd.kind, 'approved') = 'refused' THEN 'followed'
    WHEN coalesce(fd.kind, 'approved') = 'approved' THEN 'not_followed'
    ELSE 'not_applicable' END)`;

/** Conditions of every list and figure: duplicates that were merged are in none. */
export const IN_THE_REGISTER = 'p.merged_into IS NULL';
