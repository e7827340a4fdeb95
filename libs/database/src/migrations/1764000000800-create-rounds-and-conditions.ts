import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CHANGES_OF_TECHNOLOGY = `
ALTER TABLE dossier ADD COLUMN first_dossier_id uuid REFERENCES dossier;
ALTER TABLE dossier ADD COLUMN first_facts_version integer;
ALTER TABLE dossier ADD COLUMN first_procedure_id text CHECK (first_procedure_id IN ('opinion','appraisal'));
ALTER TABLE dossier ADD CONSTRAINT dossier_names_its_first CHECK (
  num_nulls(first_dossier_id, first_facts_version, first_procedure_id) = CASE procedure_id WHEN 'reappraisal' THEN 0 ELSE 3 END);
ALTER TABLE dossier ADD CONSTRAINT dossier_is_not_its_own_first CHECK (first_dossier_id <> id);
ALTER TABLE dossier ADD CONSTRAINT dossier_first_facts FOREIGN KEY (first_dossier_id, first_facts_version)
  REFERENCES facts_version (dossier_id, version);
CREATE INDEX dossier_first ON dossier (first_dossier_id, id) WHERE first_dossier_id IS NOT NULL;
COMMENT ON COLUMN dossier.first_dossier_id IS 'For a change of technology: the approved dossier that it changes.';
COMMENT ON COLUMN dossier.first_facts_version IS 'The facts of the first dossier as they were decided, against which the change is shown.';
COMMENT ON COLUMN dossier.first_procedure_id IS 'Whether the first decision was an opinion or an appraisal, followed back through earlier changes.';
CREATE FUNCTION dossier_keeps_its_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a change of technology keeps the dossier that it changes'
    USING ERRCODE = '23514', CONSTRAINT = 'dossier_keeps_its_first';
END $$;
CREATE TRIGGER dossier_keeps_its_first BEFORE UPDATE ON dossier FOR EACH ROW
  WHEN ((OLD.first_dossier_id, OLD.first_facts_version, OLD.first_procedure_id)
    IS DISTINCT FROM (NEW.first_dossier_id, NEW.first_facts_version, NEW.first_procedure_id))
  EXECUTE FUNCTION dossier_keeps_its_first();
`;

/** The list of kinds belongs to several migrations: each adds its own to what is there. */
const LETTERS = `
DO $$
DECLARE had text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'letter'::regclass AND conname = 'letter_kind_check');
BEGIN
  ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
  EXECUTE 'ALTER TABLE letter ADD CONSTRAINT letter_kind_check '
    || replace(had, '''decision''::text', '''decision''::text, ''recall_notice''::text');
END $$;
CREATE UNIQUE INDEX letter_one_valid_decision ON letter (dossier_id)
  WHERE kind IN ('decision', 'determination') AND validity = 'valid';

CREATE TABLE reopening (
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL CHECK (round > 1),
  complaint_decision text NOT NULL CHECK (length(complaint_decision) BETWEEN 1 AND 5000),
  decided_on date NOT NULL,
  document_id uuid REFERENCES document,
  reply_by date,
  reopened_by uuid NOT NULL REFERENCES app_user,
  reopened_at timestamptz(3) NOT NULL,
  PRIMARY KEY (dossier_id, round)
);
COMMENT ON TABLE reopening IS 'The decision on a complaint with which a round of a dossier began; insert-only.';
COMMENT ON COLUMN reopening.reply_by IS 'Day by which that decision wants the new round to end, where it names one.';
GRANT SELECT, INSERT ON reopening TO techgate_app;
CREATE TRIGGER reopening_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reopening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE reopening ENABLE ALWAYS TRIGGER reopening_insert_only;
`;

const CONDITIONS = `
ALTER TABLE condition_task ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE condition_task ADD COLUMN state_before text CHECK (state_before IN ('open','proof_submitted'));
ALTER TABLE condition_task ADD COLUMN imposed_on date;
UPDATE condition_task c SET imposed_on = l.issued_on FROM letter l
 WHERE l.dossier_id = c.dossier_id AND l.round = c.round AND l.kind = 'decision' AND l.status = 'issued';
ALTER TABLE condition_task ADD CONSTRAINT condition_task_state CHECK (
  state IN ('open','proof_submitted','accepted','suspended','superseded'));
ALTER TABLE condition_task ADD CONSTRAINT condition_remembers_its_state CHECK ((state = 'suspended') = (state_before IS NOT NULL));
ALTER TABLE condition_task ADD CONSTRAINT condition_waits_for_its_letter CHECK (state = 'open' OR imposed_on IS NOT NULL);
CREATE UNIQUE INDEX condition_in_force_once ON condition_task (dossier_id, number)
  WHERE imposed_on IS NOT NULL AND state IN ('open','proof_submitted');
CREATE INDEX condition_deadline ON condition_task (deadline_on, id);
COMMENT ON COLUMN condition_task.imposed_on IS 'Day of the issued letter that told it; before, the owner knows nothing of it.';
COMMENT ON COLUMN condition_task.state_before IS 'While the decision is reviewed after a complaint: what it was and becomes again when the decision stands.';
COMMENT ON COLUMN condition_task.revision IS 'Counts every change; each has its row in condition_event.';

CREATE TABLE condition_event (
  condition_id uuid NOT NULL REFERENCES condition_task DEFERRABLE INITIALLY DEFERRED,
  revision integer NOT NULL CHECK (revision > 0),
  kind text NOT NULL CHECK (kind IN ('decided','imposed','proof_submitted','accepted','rejected','deadline_moved','suspended','resumed','superseded')),
  state text NOT NULL,
  deadline_on date NOT NULL,
  note text CHECK (length(note) BETWEEN 1 AND 5000),
  document_ids uuid[] NOT NULL DEFAULT '{}',
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (condition_id, revision),
  UNIQUE (condition_id, revision, state, deadline_on),
  CONSTRAINT condition_event_says_why CHECK (kind NOT IN ('rejected','deadline_moved') OR note IS NOT NULL)
);
COMMENT ON TABLE condition_event IS 'What happened to a condition: exactly one row per change, insert-only.';
COMMENT ON COLUMN condition_event.state IS 'State after it';
COMMENT ON COLUMN condition_event.deadline_on IS 'Deadline after it: none moves without a row that says why';
GRANT SELECT, INSERT ON condition_event TO techgate_app;
INSERT INTO condition_event (condition_id, revision, kind, state, deadline_on, actor_id, actor_role, at)
  SELECT c.id, 1, 'decided', c.state, c.deadline_on, d.decided_by, 'leader', d.decided_at
    FROM condition_task c JOIN decision d ON d.dossier_id = c.dossier_id AND d.round = c.round;
SET CONSTRAINTS ALL IMMEDIATE;
CREATE TRIGGER condition_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON condition_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE condition_event ENABLE ALWAYS TRIGGER condition_event_insert_only;
ALTER TABLE condition_task ADD CONSTRAINT condition_change_is_logged FOREIGN KEY (id, revision, state, deadline_on)
  REFERENCES condition_event (condition_id, revision, state, deadline_on) DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION condition_changes_by_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'every change of a condition raises its revision by one'
      USING ERRCODE = '23514', CONSTRAINT = 'condition_revision';
  END IF;
  IF (NEW.dossier_id, NEW.round, NEW.number, NEW.what, NEW.proof, NEW.responsible, NEW.cures)
     IS DISTINCT FROM (OLD.dossier_id, OLD.round, OLD.number, OLD.what, OLD.proof, OLD.responsible, OLD.cures) THEN
    RAISE EXCEPTION 'a condition stays as it was decided' USING ERRCODE = '23514', CONSTRAINT = 'condition_keeps_its_words';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER condition_changes_by_revisions BEFORE UPDATE ON condition_task FOR EACH ROW
  EXECUTE FUNCTION condition_changes_by_revisions();

CREATE FUNCTION condition_judged_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind IN ('accepted','rejected') AND NEW.actor_id = (SELECT actor_id FROM condition_event
       WHERE condition_id = NEW.condition_id AND kind = 'proof_submitted' ORDER BY revision DESC LIMIT 1) THEN
    RAISE EXCEPTION 'nobody judges the proof that they handed in'
      USING ERRCODE = '23514', CONSTRAINT = 'condition_judged_by_another';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER condition_judged_by_another BEFORE INSERT ON condition_event FOR EACH ROW
  EXECUTE FUNCTION condition_judged_by_another();

CREATE TABLE condition_alarm (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  condition_id uuid NOT NULL REFERENCES condition_task,
  dossier_id uuid NOT NULL REFERENCES dossier,
  kind text NOT NULL CHECK (kind IN ('warning_30','warning_7','overdue')),
  deadline_on date NOT NULL,
  fire_at timestamptz(3) NOT NULL,
  fired_at timestamptz(3),
  cancelled_at timestamptz(3),
  attempts integer NOT NULL DEFAULT 0,
  last_error text
);
COMMENT ON TABLE condition_alarm IS 'Timers of conditions are rows: planned with the deadline, fired by the worker, once for each deadline.';
CREATE INDEX condition_alarm_due ON condition_alarm (fire_at) WHERE fired_at IS NULL AND cancelled_at IS NULL;
CREATE UNIQUE INDEX condition_alarm_fires_once ON condition_alarm (condition_id, kind, deadline_on) WHERE fired_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON condition_alarm TO techgate_app;
`;

const DOWN = `
DROP TABLE condition_alarm;
ALTER TABLE condition_task DROP CONSTRAINT condition_change_is_logged;
DROP TABLE condition_event;
DROP FUNCTION condition_judged_by_another();
DROP TRIGGER condition_changes_by_revisions ON condition_task;
DROP FUNCTION condition_changes_by_revisions();
DROP INDEX condition_in_force_once, condition_deadline;
ALTER TABLE condition_task DROP CONSTRAINT condition_task_state, DROP CONSTRAINT condition_remembers_its_state,
  DROP CONSTRAINT condition_waits_for_its_letter;
ALTER TABLE condition_task DROP COLUMN revision, DROP COLUMN state_before, DROP COLUMN imposed_on;
DROP TABLE reopening;
DROP INDEX letter_one_valid_decision;
DO $$
DECLARE had text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'letter'::regclass AND conname = 'letter_kind_check');
BEGIN
  ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
  EXECUTE 'ALTER TABLE letter ADD CONSTRAINT letter_kind_check ' || replace(had, ', ''recall_notice''::text', '');
END $$;
DROP TRIGGER dossier_keeps_its_first ON dossier;
DROP FUNCTION dossier_keeps_its_first();
ALTER TABLE dossier DROP COLUMN first_dossier_id, DROP COLUMN first_facts_version, DROP COLUMN first_procedure_id;
`;

export class CreateRoundsAndConditions1764000000800 implements MigrationInterface {
  name = 'CreateRoundsAndConditions1764000000800';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CHANGES_OF_TECHNOLOGY, LETTERS, CONDITIONS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
