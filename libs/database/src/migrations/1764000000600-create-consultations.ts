import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CONSULTATION = `
CREATE TABLE consultation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL CHECK (round >= 1),
  organisation_id uuid NOT NULL REFERENCES organisation,
  kind text NOT NULL CHECK (kind IN ('agency', 'independent_body')),
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 8000),
  legal_basis text NOT NULL CHECK (length(legal_basis) BETWEEN 1 AND 500),
  term text NOT NULL CHECK (term IN ('standard', 'complex')),
  term_reason text CHECK (length(term_reason) BETWEEN 1 AND 4000),
  reply_by date,
  state text NOT NULL CHECK (state IN ('drafted', 'open', 'answered', 'closed_silent', 'withdrawn')),
  letter_id uuid NOT NULL UNIQUE REFERENCES letter,
  clock_id uuid UNIQUE REFERENCES clock,
  asked_by uuid NOT NULL REFERENCES app_user,
  asked_at timestamptz(3) NOT NULL,
  sent_on date,
  position text CHECK (position IN ('agrees', 'agrees_with_remarks', 'disagrees', 'no_position')),
  answer text CHECK (length(answer) BETWEEN 1 AND 20000),
  document_id uuid UNIQUE REFERENCES document,
  answered_on date,
  entered_by uuid REFERENCES app_user,
  entered_at timestamptz(3),
  on_paper boolean NOT NULL DEFAULT false,
  reminders integer NOT NULL DEFAULT 0 CHECK (reminders >= 0),
  last_reminded_on date,
  closed_by uuid,
  closed_on date,
  close_reason text CHECK (length(close_reason) BETWEEN 1 AND 4000),
  withdrawal text CHECK (withdrawal IN ('replaced', 'not_needed', 'dossier_ended')),
  reply_clock_id uuid UNIQUE REFERENCES clock,
  revision integer NOT NULL DEFAULT 1,
  CONSTRAINT consultation_complex_has_reason CHECK ((term = 'complex') = (term_reason IS NOT NULL)),
  CONSTRAINT consultation_sent_once_left CHECK (CASE state WHEN 'drafted' THEN sent_on IS NULL WHEN 'withdrawn' THEN true
    ELSE sent_on IS NOT NULL END),
  CONSTRAINT consultation_has_a_day CHECK (state IN ('drafted', 'withdrawn') OR reply_by IS NOT NULL OR clock_id IS NOT NULL),
  CONSTRAINT consultation_answer_is_whole CHECK (num_nulls(position, answer, answered_on, entered_by, entered_at)
    = CASE state WHEN 'answered' THEN 0 ELSE 5 END),
  CONSTRAINT consultation_answer_after_request CHECK (answered_on >= sent_on),
  CONSTRAINT consultation_paper_has_document CHECK (NOT on_paper OR document_id IS NOT NULL),
  CONSTRAINT consultation_end_has_reason CHECK (num_nulls(closed_by, closed_on, close_reason)
    = CASE WHEN state IN ('closed_silent', 'withdrawn') THEN 0 ELSE 3 END),
  CONSTRAINT consultation_withdrawal_says_why CHECK ((state = 'withdrawn') = (withdrawal IS NOT NULL)),
  CONSTRAINT consultation_reminded_when CHECK ((reminders = 0) = (last_reminded_on IS NULL))
);
COMMENT ON TABLE consultation IS 'A question to one agency or independent body about a dossier, with its letter, its term and its answer.';
COMMENT ON COLUMN consultation.reply_by IS 'Day that the asker gave; empty where a clock of the law runs.';
COMMENT ON COLUMN consultation.sent_on IS 'Day on the letter that asked; the term begins there.';
COMMENT ON COLUMN consultation.answered_on IS 'Day on which the answer arrived, whoever entered it later.';
COMMENT ON COLUMN consultation.reply_clock_id IS 'The clock of our reply that the end of this consultation started; one a round.';
COMMENT ON COLUMN consultation.closed_on IS 'Of closed_silent: recorded end of a silent consultation by the head, an inference of the house.';
CREATE UNIQUE INDEX consultation_one_at_a_time ON consultation (dossier_id, round, organisation_id)
  WHERE state IN ('drafted', 'open');
CREATE UNIQUE INDEX consultation_reply_starts_once ON consultation (dossier_id, round) WHERE reply_clock_id IS NOT NULL;
CREATE INDEX consultation_dossier ON consultation (dossier_id, asked_at, id);
CREATE INDEX consultation_organisation ON consultation (organisation_id, state, dossier_id);
CREATE INDEX consultation_open ON consultation (state, dossier_id) WHERE state = 'open';
GRANT SELECT, INSERT, UPDATE (state, clock_id, sent_on, position, answer, document_id, answered_on, entered_by, entered_at,
  on_paper, reminders, last_reminded_on, closed_by, closed_on, close_reason, withdrawal, reply_clock_id, revision) ON consultation TO techgate_app;

CREATE FUNCTION consultation_moves_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT (
       (OLD.state = 'drafted' AND NEW.state IN ('open', 'withdrawn'))
       OR (OLD.state = 'open' AND NEW.state IN ('answered', 'closed_silent', 'withdrawn'))) THEN
    RAISE EXCEPTION 'a consultation goes from % to nothing like %', OLD.state, NEW.state
      USING ERRCODE = '23514', CONSTRAINT = 'consultation_moves_forward';
  END IF;
  IF NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'every write raises the revision by one' USING ERRCODE = '23514', CONSTRAINT = 'consultation_revision';
  END IF;
  IF OLD.state IN ('answered', 'closed_silent', 'withdrawn') AND (OLD.reply_clock_id IS NOT NULL
      OR to_jsonb(NEW) - ARRAY['reply_clock_id', 'revision'] <> to_jsonb(OLD) - ARRAY['reply_clock_id', 'revision']) THEN
    RAISE EXCEPTION 'a consultation that has ended stays as it is' USING ERRCODE = '23514', CONSTRAINT = 'consultation_has_ended';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER consultation_moves_forward BEFORE UPDATE ON consultation
  FOR EACH ROW EXECUTE FUNCTION consultation_moves_forward();
`;

export class CreateConsultations1764000000600 implements MigrationInterface {
  name = 'CreateConsultations1764000000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONSULTATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consultation');
    await runner.query('DROP FUNCTION consultation_moves_forward()');
  }
}
