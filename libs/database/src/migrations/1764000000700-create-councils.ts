import { type MigrationInterface, type QueryRunner } from 'typeorm';

const CHOICE = `
CREATE TABLE consultation_choice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL CHECK (round > 0),
  number integer NOT NULL CHECK (number > 0),
  form text NOT NULL CHECK (form IN ('in_house','experts','independent_body','council')),
  reason text NOT NULL CHECK (length(trim(reason)) BETWEEN 1 AND 4000),
  chosen_by uuid NOT NULL REFERENCES app_user,
  chosen_at timestamptz(3) NOT NULL,
  UNIQUE (dossier_id, round, number)
);
COMMENT ON TABLE consultation_choice IS 'Whom the head lets be heard in a round, with every change and its reason; the newest counts; insert-only.';
GRANT SELECT, INSERT ON consultation_choice TO techgate_app;
CREATE TRIGGER consultation_choice_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consultation_choice
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE consultation_choice ENABLE ALWAYS TRIGGER consultation_choice_insert_only;
`;

const COUNCIL = `
ALTER TABLE assignment DROP CONSTRAINT assignment_kind_check;
ALTER TABLE assignment ADD CONSTRAINT assignment_kind_check CHECK (kind IN ('lead','expert','council'));
ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
ALTER TABLE letter ADD CONSTRAINT letter_kind_check CHECK (kind IN ('receipt', 'supplement_request', 'clarification_request',
  'return_notice', 'discontinuance', 'intended_refusal', 'decision', 'council_decision', 'council_minutes'));

CREATE TABLE council (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  round integer NOT NULL CHECK (round > 0),
  name text NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 300),
  decided_basis text CHECK (length(decided_basis) <= 2000),
  rules jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('established','in_session','concluded','dissolved')),
  established_on date NOT NULL,
  established_by uuid NOT NULL REFERENCES app_user,
  established_at timestamptz(3) NOT NULL,
  decision_letter_id uuid REFERENCES letter,
  concluded_at timestamptz(3),
  dissolved_at timestamptz(3),
  dissolved_by uuid,
  dissolved_reason text CHECK (length(dissolved_reason) <= 4000),
  revision integer NOT NULL DEFAULT 1,
  CHECK (CASE status WHEN 'concluded' THEN concluded_at IS NOT NULL WHEN 'dissolved' THEN true ELSE concluded_at IS NULL END),
  CHECK ((status = 'dissolved') = (dissolved_at IS NOT NULL)),
  CHECK (num_nulls(dissolved_at, dissolved_by, dissolved_reason) IN (0, 3))
);
COMMENT ON TABLE council IS 'An advisory council of one round of a dossier, with the rules of the pinned law as they stood when it was established.';
COMMENT ON COLUMN council.rules IS 'Council rules of the law set, each value with basis, verification and whether it is an analogy';
COMMENT ON COLUMN council.decision_letter_id IS 'The newest decision that establishes or changes the council; a session needs it issued';
CREATE UNIQUE INDEX council_open ON council (dossier_id) WHERE status IN ('established','in_session');
CREATE UNIQUE INDEX council_concluded ON council (dossier_id, round) WHERE status = 'concluded';
CREATE INDEX council_of_dossier ON council (dossier_id, round, established_at);
GRANT SELECT, INSERT, UPDATE (status, decision_letter_id, concluded_at, dissolved_at, dissolved_by, dissolved_reason, revision)
  ON council TO techgate_app;
CREATE FUNCTION council_keeps_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a council that has ended does not change' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'council_keeps_ended';
END $$;
CREATE TRIGGER council_keeps_ended BEFORE UPDATE ON council FOR EACH ROW
  WHEN (OLD.status = 'dissolved' OR (OLD.status = 'concluded' AND NEW.status <> 'dissolved')) EXECUTE FUNCTION council_keeps_ended();

CREATE TABLE council_member (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  council_id uuid NOT NULL REFERENCES council,
  user_id uuid NOT NULL REFERENCES app_user,
  assignment_id uuid NOT NULL UNIQUE REFERENCES assignment,
  seat text NOT NULL CHECK (seat IN ('chair','vice_chair','reviewer','member','secretary')),
  votes boolean NOT NULL,
  replaces uuid REFERENCES council_member,
  added_by uuid NOT NULL REFERENCES app_user,
  added_at timestamptz(3) NOT NULL,
  added_reason text CHECK (length(added_reason) <= 2000),
  CHECK (votes OR seat = 'secretary')
);
COMMENT ON TABLE council_member IS 'A seat of a council; insert-only. Invitation, declaration, recusal and release are those of its assignment.';
CREATE INDEX council_member_council ON council_member (council_id, added_at, id);
GRANT SELECT, INSERT ON council_member TO techgate_app;
CREATE TRIGGER council_member_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON council_member
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE council_member ENABLE ALWAYS TRIGGER council_member_insert_only;
CREATE FUNCTION council_member_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM assignment a JOIN council c ON c.id = NEW.council_id AND c.dossier_id = a.dossier_id
                  WHERE a.id = NEW.assignment_id AND a.kind = 'council' AND a.assignee_id = NEW.user_id) THEN
    RAISE EXCEPTION 'a seat needs an assignment of this person to this dossier' USING ERRCODE = '23514', CONSTRAINT = 'council_member_fits';
  END IF;
  IF NEW.seat IN ('chair','vice_chair','secretary') AND EXISTS (
      SELECT 1 FROM council_member m JOIN assignment a ON a.id = m.assignment_id
       WHERE m.council_id = NEW.council_id AND m.seat = NEW.seat AND a.state IN ('invited','accepted')) THEN
    RAISE EXCEPTION 'this seat is taken' USING ERRCODE = '23505', CONSTRAINT = 'council_seat_taken';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER council_member_fits BEFORE INSERT ON council_member FOR EACH ROW EXECUTE FUNCTION council_member_fits();
`;

const SESSION = `
CREATE TABLE council_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  council_id uuid NOT NULL REFERENCES council,
  number integer NOT NULL CHECK (number > 0),
  mode text NOT NULL CHECK (mode IN ('meeting','written')),
  held_on date NOT NULL,
  place text CHECK (length(place) <= 300),
  closes_on date,
  opened_by uuid NOT NULL REFERENCES app_user,
  opened_at timestamptz(3) NOT NULL,
  closed_by uuid,
  closed_at timestamptz(3),
  valid boolean,
  outcome jsonb,
  UNIQUE (council_id, number),
  CHECK ((mode = 'written') = (closes_on IS NOT NULL)),
  CHECK (closes_on >= held_on),
  CHECK (num_nulls(closed_by, closed_at, valid, outcome) IN (0, 4))
);
COMMENT ON TABLE council_session IS 'A meeting or a written ballot of a council; valid says whether it had its quorum when it was closed.';
COMMENT ON COLUMN council_session.outcome IS 'Quorum with numerator, denominator, rule and basis, and who signs the minutes, as they were at the closing';
CREATE UNIQUE INDEX council_session_open ON council_session (council_id) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE (closed_by, closed_at, valid, outcome) ON council_session TO techgate_app;

CREATE TABLE council_presence (
  session_id uuid NOT NULL REFERENCES council_session,
  member_id uuid NOT NULL REFERENCES council_member,
  presence text NOT NULL CHECK (presence IN ('present','proxy','absent')),
  proxy_name text CHECK (length(proxy_name) BETWEEN 1 AND 200),
  document_id uuid REFERENCES document,
  recorded_by uuid NOT NULL REFERENCES app_user,
  recorded_at timestamptz(3) NOT NULL,
  PRIMARY KEY (session_id, member_id),
  CHECK ((presence = 'proxy') = (proxy_name IS NOT NULL AND document_id IS NOT NULL))
);
COMMENT ON TABLE council_presence IS 'Who attends a meeting; a proxy is named and comes with the paper.';
GRANT SELECT, INSERT, UPDATE (presence, proxy_name, document_id, recorded_by, recorded_at) ON council_presence TO techgate_app;

CREATE TABLE council_motion (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id uuid NOT NULL REFERENCES council_session,
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('procedural','conclusion')),
  text text NOT NULL CHECK (length(trim(text)) BETWEEN 1 AND 4000),
  outcome text CHECK (outcome IN ('agree','agree_with_conditions','disagree_prohibited','disagree_outdated','disagree_other')),
  conditions text CHECK (length(conditions) <= 8000),
  put_by uuid NOT NULL REFERENCES app_user,
  put_at timestamptz(3) NOT NULL,
  closed_by uuid,
  closed_at timestamptz(3),
  result jsonb,
  UNIQUE (session_id, number),
  CHECK ((kind = 'conclusion') = (outcome IS NOT NULL)),
  CHECK ((outcome IS NOT DISTINCT FROM 'agree_with_conditions') = (conditions IS NOT NULL)),
  CHECK (num_nulls(closed_by, closed_at, result) IN (0, 3))
);
COMMENT ON TABLE council_motion IS 'What a council votes on; the result is fixed at the closing with numerator, denominator, rule and basis.';
GRANT SELECT, INSERT, UPDATE (closed_by, closed_at, result) ON council_motion TO techgate_app;
CREATE FUNCTION council_keeps_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was closed does not change' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'council_keeps_closed';
END $$;
CREATE TRIGGER council_motion_keeps_closed BEFORE UPDATE ON council_motion FOR EACH ROW
  WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION council_keeps_closed();
CREATE TRIGGER council_session_keeps_closed BEFORE UPDATE ON council_session FOR EACH ROW
  WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION council_keeps_closed();
CREATE UNIQUE INDEX council_motion_one_conclusion ON council_motion (session_id)
  WHERE kind = 'conclusion' AND (closed_at IS NULL OR (result->>'carried')::boolean);

CREATE TABLE council_vote (
  motion_id uuid NOT NULL REFERENCES council_motion,
  member_id uuid NOT NULL REFERENCES council_member,
  vote text NOT NULL CHECK (vote IN ('for','against','abstain')),
  cast_on date NOT NULL,
  cast_by uuid NOT NULL REFERENCES app_user,
  cast_at timestamptz(3) NOT NULL,
  document_id uuid REFERENCES document,
  PRIMARY KEY (motion_id, member_id)
);
COMMENT ON TABLE council_vote IS 'One vote per member and motion; insert-only. document_id: the signed ballot from which the secretary entered it.';
GRANT SELECT, INSERT ON council_vote TO techgate_app;
CREATE TRIGGER council_vote_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON council_vote
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE council_vote ENABLE ALWAYS TRIGGER council_vote_insert_only;
CREATE FUNCTION council_vote_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seat record;
BEGIN
  SELECT m.votes, m.user_id, c.dossier_id, a.state, o.closed_at INTO seat
    FROM council_motion o JOIN council_session s ON s.id = o.session_id JOIN council c ON c.id = s.council_id
    JOIN council_member m ON m.council_id = c.id AND m.id = NEW.member_id JOIN assignment a ON a.id = m.assignment_id
   WHERE o.id = NEW.motion_id;
  IF NOT FOUND OR NOT seat.votes OR seat.state <> 'accepted' OR EXISTS (SELECT 1 FROM conflict_of_interest k
      WHERE k.dossier_id = seat.dossier_id AND k.user_id = seat.user_id AND k.lifted_at IS NULL) THEN
    RAISE EXCEPTION 'only a voting member without conflict votes' USING ERRCODE = '23514', CONSTRAINT = 'council_vote_by_member';
  END IF;
  IF seat.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'the vote is over' USING ERRCODE = '23514', CONSTRAINT = 'council_vote_in_time';
  END IF;
  IF NEW.document_id IS NULL AND NEW.cast_by <> seat.user_id THEN
    RAISE EXCEPTION 'nobody votes for another without the signed ballot' USING ERRCODE = '23514', CONSTRAINT = 'council_vote_is_own';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER council_vote_allowed BEFORE INSERT ON council_vote FOR EACH ROW EXECUTE FUNCTION council_vote_allowed();
ALTER TABLE council_vote ENABLE ALWAYS TRIGGER council_vote_allowed;

CREATE TABLE council_dissent (
  motion_id uuid NOT NULL,
  member_id uuid NOT NULL,
  text text NOT NULL CHECK (length(trim(text)) BETWEEN 1 AND 8000),
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (motion_id, member_id),
  FOREIGN KEY (motion_id, member_id) REFERENCES council_vote (motion_id, member_id)
);
COMMENT ON TABLE council_dissent IS 'What a member who voted otherwise wants to stand in the minutes; insert-only.';
GRANT SELECT, INSERT ON council_dissent TO techgate_app;
CREATE TRIGGER council_dissent_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON council_dissent
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE council_dissent ENABLE ALWAYS TRIGGER council_dissent_insert_only;

CREATE TABLE council_minutes (
  session_id uuid PRIMARY KEY REFERENCES council_session,
  letter_id uuid NOT NULL UNIQUE REFERENCES letter,
  data jsonb NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  drafted_by uuid NOT NULL REFERENCES app_user,
  drafted_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE council_minutes IS 'Minutes of a session as data, generated from presence, votes, dissent and opinions; the letter carries the PDF.';
COMMENT ON COLUMN council_minutes.sha256 IS 'Of the canonical data; compared with the rows again before the minutes are issued';
GRANT SELECT, INSERT, UPDATE (letter_id, data, sha256, drafted_by, drafted_at) ON council_minutes TO techgate_app;
`;

const DOWN = `
DROP TABLE council_minutes, council_dissent, council_vote, council_motion, council_presence, council_session, council_member, council, consultation_choice;
DROP FUNCTION council_vote_allowed(), council_keeps_closed(), council_member_fits(), council_keeps_ended();
ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
ALTER TABLE letter ADD CONSTRAINT letter_kind_check CHECK (kind IN ('receipt', 'supplement_request', 'clarification_request',
  'return_notice', 'discontinuance', 'intended_refusal', 'decision'));
ALTER TABLE assignment DROP CONSTRAINT assignment_kind_check;
ALTER TABLE assignment ADD CONSTRAINT assignment_kind_check CHECK (kind IN ('lead','expert'));
`;

export class CreateCouncils1764000000700 implements MigrationInterface {
  name = 'CreateCouncils1764000000700';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CHOICE, COUNCIL, SESSION]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
