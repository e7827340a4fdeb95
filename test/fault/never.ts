/** Each finds rows of a kind that must not be there; `what` names them. */
export const NEVER: readonly { what: string; sql: string }[] = [
  {
    what: 'a dossier whose steps are not its log rows',
    sql: `SELECT d.id FROM dossier d LEFT JOIN dossier_transition t ON t.dossier_id = d.id GROUP BY d.id HAVING count(t.step) <> d.step + 1`,
  },
  {
    what: 'a change of status without exactly one entry in the log',
    sql: `SELECT t.dossier_id FROM dossier_transition t WHERE t.step > 0 AND (SELECT count(*) FROM audit_entry e WHERE e.chain_id = t.dossier_id
            AND e.outcome = 'done' AND e.action = 'dossier.' || t.command AND (e.facts->>'step')::int = t.step) <> 1`,
  },
  {
    what: 'a letter number twice, or a hole',
    sql: `SELECT register FROM letter WHERE status = 'issued' GROUP BY authority_id, register, year HAVING count(*) <> max(number) OR count(DISTINCT number) <> count(*)`,
  },
  {
    what: 'a counter that is not one ahead of its letters',
    sql: `SELECT c.scope FROM number_counter c JOIN LATERAL (SELECT count(*) AS n FROM letter l WHERE l.authority_id::text || '/' || l.register = c.scope
            AND l.year = c.year AND l.status = 'issued') l ON true WHERE c.scope NOT LIKE 'file-code:%' AND c.next <> l.n + 1`,
  },
  {
    what: 'a file code twice, or a hole',
    sql: `SELECT c.scope FROM number_counter c WHERE c.scope LIKE 'file-code:%' AND c.next - 1 <>
            (SELECT count(*) FROM dossier WHERE file_code LIKE '%-' || to_char(split_part(c.scope, ':', 3)::date, 'YYMMDD') || '-%')`,
  },
  {
    what: 'a warning that was given twice',
    sql: `SELECT subject_id FROM audit_entry WHERE action = 'clock.warned' GROUP BY subject_id, facts->>'percent' HAVING count(*) > 1`,
  },
  {
    what: 'a warning that fired and was not given, on a clock that never stood still',
    sql: `SELECT a.id FROM clock_alarm a JOIN clock c ON c.id = a.clock_id WHERE a.kind LIKE 'warning%' AND a.fired_at IS NOT NULL
            AND c.state = 'running' AND NOT EXISTS (SELECT 1 FROM clock_stop s WHERE s.clock_id = c.id)
            AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.action = 'clock.warned' AND e.subject_id = a.clock_id::text
                              AND e.facts->>'percent' = substr(a.kind, 9))`,
  },
  {
    what: 'a warning that was given and did not fire',
    sql: `SELECT e.id FROM audit_entry e WHERE e.action = 'clock.warned' AND NOT EXISTS (SELECT 1 FROM clock_alarm a
            WHERE a.clock_id::text = e.subject_id AND substr(a.kind, 9) = e.facts->>'percent' AND a.fired_at IS NOT NULL)`,
  },
  {
    what: 'a person told twice of one thing',
    sql: `SELECT id FROM (SELECT min(id::text) AS id FROM notification GROUP BY recipient_id, dossier_id, kind, params, at HAVING count(*) > 1) doubled`,
  },
  {
    what: 'a silence recorded twice',
    sql: `SELECT clock_id FROM silence_record GROUP BY clock_id HAVING count(*) > 1`,
  },
  {
    what: 'a row of a list that came in twice',
    sql: `SELECT import_id FROM investment_project WHERE import_id IS NOT NULL GROUP BY import_id, import_row HAVING count(*) > 1`,
  },
  {
    what: 'a finished list with rows that did not come in',
    sql: `SELECT i.id FROM project_import i WHERE i.state = 'finished' AND i.total <> (SELECT count(*) FROM investment_project p WHERE p.import_id = i.id)`,
  },
];
