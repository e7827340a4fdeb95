import { type MigrationInterface, type QueryRunner } from 'typeorm';

const SCREENING = `
CREATE TABLE screening (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  number integer NOT NULL,
  round integer NOT NULL,
  facts_version integer NOT NULL,
  law_set_digest text NOT NULL REFERENCES law_set,
  mode text NOT NULL,
  engine_version text NOT NULL,
  received_on date NOT NULL,
  confirmations jsonb NOT NULL,
  result jsonb NOT NULL,
  result_digest text NOT NULL,
  blocking boolean NOT NULL,
  performed_by uuid NOT NULL,
  performed_at timestamptz(3) NOT NULL,
  UNIQUE (dossier_id, number),
  FOREIGN KEY (dossier_id, facts_version) REFERENCES facts_version (dossier_id, version)
);
COMMENT ON TABLE screening IS 'A screening with all its inputs: it can be run again years later with the same result; insert-only.';
GRANT SELECT, INSERT ON screening TO techgate_app;
CREATE TRIGGER screening_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON screening
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE screening ENABLE ALWAYS TRIGGER screening_insert_only;

CREATE TABLE list_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  line_id text NOT NULL,
  list text NOT NULL,
  code text NOT NULL,
  technology_name text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('confirmed','rejected')),
  state text NOT NULL CHECK (state IN ('awaiting_second_person','stands','withdrawal_proposed','withdrawn','reopened')),
  reason text NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  seconded_by uuid,
  seconded_at timestamptz(3),
  withdrawal_reason text,
  withdrawal_document_id uuid REFERENCES document,
  withdrawal_proposed_by uuid,
  withdrawal_seconded_by uuid,
  updated_at timestamptz(3) NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  CHECK (seconded_by IS DISTINCT FROM decided_by),
  CHECK (withdrawal_seconded_by IS NULL OR withdrawal_seconded_by <> withdrawal_proposed_by)
);
COMMENT ON TABLE list_decision IS 'What people decided about a list candidate; a confirmed prohibited match takes two of them.';
CREATE UNIQUE INDEX list_decision_open ON list_decision (dossier_id, line_id, list, code)
  WHERE state NOT IN ('withdrawn','reopened');
GRANT SELECT, INSERT, UPDATE ON list_decision TO techgate_app;

CREATE TABLE finding_overturn (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  finding_key text NOT NULL,
  finding_digest text NOT NULL,
  reason text NOT NULL,
  document_id uuid NOT NULL REFERENCES document,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz(3) NOT NULL,
  seconded_by uuid,
  seconded_at timestamptz(3),
  revision integer NOT NULL DEFAULT 1,
  CHECK (seconded_by IS DISTINCT FROM proposed_by)
);
COMMENT ON COLUMN finding_overturn.finding_digest IS 'Of the finding with its values: when the values change the overturn no longer speaks of it.';
CREATE UNIQUE INDEX finding_overturn_once ON finding_overturn (dossier_id, finding_digest);
COMMENT ON TABLE finding_overturn IS 'A breached finding set aside by two people with reason and evidence; never one of the prohibited list.';
GRANT SELECT, INSERT, UPDATE ON finding_overturn TO techgate_app;

CREATE TABLE annex_check (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL,
  list_version text NOT NULL,
  line_id text NOT NULL,
  result text NOT NULL CHECK (result IN ('not_found','found')),
  remark text NOT NULL,
  document_id uuid REFERENCES document,
  checked_by uuid NOT NULL,
  checked_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE annex_check IS 'Recorded manual check of an annex in force that is not loaded.';
GRANT SELECT, INSERT ON annex_check TO techgate_app;
`;

const PEOPLE = `
CREATE TABLE assignment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  assignee_id uuid NOT NULL REFERENCES app_user,
  kind text NOT NULL CHECK (kind IN ('lead','expert')),
  state text NOT NULL CHECK (state IN ('invited','accepted','declined','released')),
  assigned_by uuid NOT NULL,
  assigned_at timestamptz(3) NOT NULL,
  due_on date,
  reason text,
  declaration text CHECK (declaration IN ('no_conflict','conflict')),
  declared_at timestamptz(3),
  answered_at timestamptz(3),
  answer_reason text,
  released_at timestamptz(3),
  revision integer NOT NULL DEFAULT 1
);
COMMENT ON TABLE assignment IS 'Who works on a dossier, with its history; rows are never deleted.';
CREATE UNIQUE INDEX assignment_open ON assignment (dossier_id, assignee_id, kind) WHERE state IN ('invited','accepted');
CREATE UNIQUE INDEX assignment_one_lead ON assignment (dossier_id) WHERE kind = 'lead' AND state IN ('invited','accepted');
CREATE INDEX assignment_assignee ON assignment (assignee_id, state, dossier_id);
GRANT SELECT, INSERT, UPDATE ON assignment TO techgate_app;

CREATE TABLE opinion (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL,
  author_id uuid NOT NULL REFERENCES app_user,
  sheet_id text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft','recorded')),
  criteria jsonb NOT NULL,
  recommendation text,
  summary text NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  updated_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3),
  UNIQUE (dossier_id, round, author_id),
  CHECK (state = 'draft' OR recommendation IS NOT NULL)
);
COMMENT ON TABLE opinion IS 'What one person found by the criteria of the pinned law in one round; a draft is its author''s alone.';
GRANT SELECT, INSERT, UPDATE ON opinion TO techgate_app;
CREATE TABLE opinion_version (
  opinion_id uuid NOT NULL REFERENCES opinion,
  revision integer NOT NULL,
  content jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (opinion_id, revision)
);
COMMENT ON TABLE opinion_version IS 'Every version of an opinion; insert-only.';
GRANT SELECT, INSERT ON opinion_version TO techgate_app;
CREATE TRIGGER opinion_version_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON opinion_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE opinion_version ENABLE ALWAYS TRIGGER opinion_version_insert_only;
`;

const ACTS = `
CREATE TABLE party_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  kind text NOT NULL CHECK (kind IN ('supplement','clarification','refusal_notice')),
  round integer NOT NULL,
  content jsonb NOT NULL,
  reply_by date NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  answer jsonb,
  answered_by uuid,
  answered_at timestamptz(3),
  closed_at timestamptz(3)
);
COMMENT ON TABLE party_request IS 'What the department asked of the owner: supplement, clarification, reply to an intended refusal.';
CREATE INDEX party_request_dossier ON party_request (dossier_id, asked_at);
GRANT SELECT, INSERT, UPDATE ON party_request TO techgate_app;

CREATE TABLE conclusion (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL,
  outcome text NOT NULL,
  content jsonb NOT NULL,
  concluded_by uuid NOT NULL,
  concluded_at timestamptz(3) NOT NULL,
  endorsed_by uuid,
  endorsed_at timestamptz(3),
  endorsement_note text,
  sent_back_at timestamptz(3),
  sent_back_by uuid,
  sent_back_reason text,
  CHECK (endorsed_by IS DISTINCT FROM concluded_by)
);
CREATE UNIQUE INDEX conclusion_standing ON conclusion (dossier_id, round) WHERE sent_back_at IS NULL;
COMMENT ON TABLE conclusion IS 'What was concluded in a round, who endorsed it, and whether it was sent back.';
GRANT SELECT, INSERT, UPDATE ON conclusion TO techgate_app;

CREATE TABLE decision (
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('approved','approved_with_conditions','refused')),
  content jsonb NOT NULL,
  decided_by uuid NOT NULL,
  decided_at timestamptz(3) NOT NULL,
  after_deadline boolean NOT NULL,
  PRIMARY KEY (dossier_id, round)
);
COMMENT ON TABLE decision IS 'The decision of a round; insert-only.';
GRANT SELECT, INSERT ON decision TO techgate_app;
CREATE TRIGGER decision_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE decision ENABLE ALWAYS TRIGGER decision_insert_only;

CREATE TABLE condition_task (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL,
  number integer NOT NULL,
  what text NOT NULL,
  deadline_on date NOT NULL,
  proof text NOT NULL,
  responsible text NOT NULL,
  cures text[] NOT NULL,
  state text NOT NULL DEFAULT 'open',
  UNIQUE (dossier_id, round, number)
);
COMMENT ON TABLE condition_task IS 'A condition of an approval, to be proven by its deadline.';
GRANT SELECT, INSERT, UPDATE ON condition_task TO techgate_app;
`;

const CLOCKS = `
CREATE TABLE clock (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  rule_id text NOT NULL,
  pack_id text NOT NULL,
  rule jsonb NOT NULL,
  purpose text NOT NULL,
  law_set_digest text NOT NULL REFERENCES law_set,
  start_on date NOT NULL,
  value integer,
  unit text NOT NULL,
  given_due_on date,
  extension_days integer NOT NULL DEFAULT 0,
  due_on date,
  other_reading jsonb,
  state text NOT NULL CHECK (state IN ('running','stopped','expired','fulfilled','closed')),
  movement integer NOT NULL DEFAULT 1,
  expired_at timestamptz(3),
  ended_on date,
  created_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE clock IS 'A term that runs on a dossier; due_on is empty while it stands still.';
COMMENT ON COLUMN clock.movement IS 'Number of the entry that says why the due date is what it is.';
CREATE INDEX clock_dossier ON clock (dossier_id, state);
GRANT SELECT, INSERT, UPDATE ON clock TO techgate_app;

CREATE TABLE clock_movement (
  clock_id uuid NOT NULL REFERENCES clock DEFERRABLE INITIALLY DEFERRED,
  movement integer NOT NULL,
  old_due_on date,
  new_due_on date,
  reason text NOT NULL,
  basis text,
  actor_id uuid NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (clock_id, movement)
);
COMMENT ON TABLE clock_movement IS 'Why each due date moved; insert-only.';
GRANT SELECT, INSERT ON clock_movement TO techgate_app;
CREATE TRIGGER clock_movement_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON clock_movement
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE clock_movement ENABLE ALWAYS TRIGGER clock_movement_insert_only;
ALTER TABLE clock ADD CONSTRAINT clock_movement_is_logged FOREIGN KEY (id, movement)
  REFERENCES clock_movement (clock_id, movement) DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION clock_moves_with_reason() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.due_on IS DISTINCT FROM OLD.due_on AND NEW.movement <> OLD.movement + 1 THEN
    RAISE EXCEPTION 'a due date moves only with an entry that says why'
      USING ERRCODE = '23514', CONSTRAINT = 'clock_moves_with_reason';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clock_moves_with_reason BEFORE UPDATE ON clock FOR EACH ROW EXECUTE FUNCTION clock_moves_with_reason();
CREATE FUNCTION clock_movement_says_the_date() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM clock c JOIN clock_movement m ON m.clock_id = c.id AND m.movement = c.movement
              WHERE c.id = NEW.id AND m.new_due_on IS DISTINCT FROM c.due_on) THEN
    RAISE EXCEPTION 'the entry that says why a due date moved names another date'
      USING ERRCODE = '23514', CONSTRAINT = 'clock_movement_says_the_date';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER clock_movement_says_the_date AFTER INSERT OR UPDATE ON clock
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION clock_movement_says_the_date();

CREATE TABLE clock_stop (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clock_id uuid NOT NULL REFERENCES clock,
  from_on date NOT NULL,
  to_on date,
  reason text NOT NULL,
  basis text NOT NULL,
  verification text NOT NULL
);
CREATE UNIQUE INDEX clock_stop_open ON clock_stop (clock_id) WHERE to_on IS NULL;
COMMENT ON TABLE clock_stop IS 'When a clock stood still and on what basis; at most one stop of a clock is open.';
GRANT SELECT, INSERT, UPDATE ON clock_stop TO techgate_app;

CREATE TABLE clock_alarm (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clock_id uuid NOT NULL REFERENCES clock,
  dossier_id uuid NOT NULL REFERENCES dossier,
  kind text NOT NULL CHECK (kind IN ('warning_50','warning_75','warning_90','expiry')),
  fire_at timestamptz(3) NOT NULL,
  fired_at timestamptz(3),
  cancelled_at timestamptz(3),
  attempts integer NOT NULL DEFAULT 0,
  last_error text
);
COMMENT ON TABLE clock_alarm IS 'Timers are rows: written with the clock, fired by the worker through the same command path.';
CREATE INDEX clock_alarm_due ON clock_alarm (fire_at) WHERE fired_at IS NULL AND cancelled_at IS NULL;
CREATE UNIQUE INDEX clock_alarm_fires_once ON clock_alarm (clock_id, kind) WHERE fired_at IS NOT NULL AND kind <> 'expiry';
GRANT SELECT, INSERT, UPDATE ON clock_alarm TO techgate_app;

CREATE TABLE silence_record (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  clock_id uuid NOT NULL REFERENCES clock UNIQUE,
  effect text NOT NULL,
  basis text NOT NULL,
  due_on date NOT NULL,
  recorded_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE silence_record IS 'A statutory reply clock that ran out, with what the law makes of it; it never decides.';
GRANT SELECT, INSERT ON silence_record TO techgate_app;
CREATE TRIGGER silence_record_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON silence_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE silence_record ENABLE ALWAYS TRIGGER silence_record_insert_only;

CREATE TABLE notification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  recipient_id uuid NOT NULL REFERENCES app_user,
  dossier_id uuid REFERENCES dossier,
  kind text NOT NULL,
  params jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  read_at timestamptz(3)
);
CREATE INDEX notification_recipient ON notification (recipient_id, at DESC, id);
COMMENT ON TABLE notification IS 'What a person is told inside the system.';
GRANT SELECT, INSERT, UPDATE ON notification TO techgate_app;
`;

const TABLES = [
  'notification',
  'silence_record',
  'clock_alarm',
  'clock_stop',
  'condition_task',
  'decision',
  'conclusion',
  'party_request',
  'opinion_version',
  'opinion',
  'assignment',
  'annex_check',
  'finding_overturn',
  'list_decision',
  'screening',
];

export class CreateAppraisal1764000000500 implements MigrationInterface {
  name = 'CreateAppraisal1764000000500';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SCREENING, PEOPLE, ACTS, CLOCKS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLES.join(', ')}`);
    await runner.query('ALTER TABLE clock DROP CONSTRAINT clock_movement_is_logged');
    await runner.query('DROP TABLE clock_movement, clock');
    await runner.query('DROP FUNCTION clock_moves_with_reason(), clock_movement_says_the_date()');
  }
}
