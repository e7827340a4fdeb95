import { type MigrationInterface, type QueryRunner } from 'typeorm';

const PROJECT = `
CREATE TABLE investment_project (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  name text NOT NULL CHECK (length(name) BETWEEN 3 AND 500),
  name_key text NOT NULL,
  search_text text NOT NULL,
  investor_name text NOT NULL CHECK (length(investor_name) BETWEEN 2 AND 300),
  investor_key text NOT NULL,
  investor_tax_code text CHECK (investor_tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
  investor_org_id uuid REFERENCES organisation,
  project_authority text CHECK (project_authority IN ('national_assembly', 'prime_minister', 'province_chair', 'zone_board', 'agency_head')),
  agency_name text CHECK (length(agency_name) <= 300),
  sector_vsic text CHECK (sector_vsic ~ '^([A-U]|[A-U]?[0-9]{2,5})$'),
  capital_vnd numeric(16, 0) CHECK (capital_vnd BETWEEN 0 AND 1000000000000000),
  capital_origin text CHECK (capital_origin IN ('state', 'domestic_private', 'fdi')),
  investor_country text CHECK (investor_country ~ '^[A-Z]{2}$'),
  commune_code text CHECK (commune_code ~ '^[0-9]{5}$'),
  project_group text CHECK (project_group IN ('A', 'B', 'C')),
  registered_on date,
  policy_decided_on date,
  certificate_number text CHECK (length(certificate_number) <= 100),
  certificate_on date,
  source text NOT NULL CHECK (source IN ('manual', 'import', 'dossier')),
  source_text text CHECK (length(source_text) <= 500),
  import_id uuid,
  import_row integer CHECK (import_row > 0),
  decision_id uuid,
  merged_into uuid REFERENCES investment_project,
  revision integer NOT NULL DEFAULT 1,
  entered_by uuid NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  updated_by uuid NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CHECK ((source = 'import') = (import_id IS NOT NULL)),
  CHECK ((import_id IS NULL) = (import_row IS NULL)),
  CHECK (merged_into <> id),
  CHECK (NOT (certificate_on IS NULL AND certificate_number IS NOT NULL))
);
COMMENT ON TABLE investment_project IS 'Register of the investment projects of the province: what coverage is counted on. Never deleted; duplicates are merged.';
COMMENT ON COLUMN investment_project.name_key IS 'Folded name without what every project is called; written by the code that compares';
COMMENT ON COLUMN investment_project.investor_key IS 'Folded name of the investor without its legal form';
COMMENT ON COLUMN investment_project.search_text IS 'Folded words of name, investor, tax code and certificate';
COMMENT ON COLUMN investment_project.registered_on IS 'Day on which the project was registered or asked for; coverage by registration counts it';
COMMENT ON COLUMN investment_project.policy_decided_on IS 'Day of the investment policy decision as the source gives it; a recorded final decision goes before it';
COMMENT ON COLUMN investment_project.decision_id IS 'The newest final decision of the project authority on record';
COMMENT ON COLUMN investment_project.merged_into IS 'The project of which this row is a duplicate; it is in no list and no figure';
COMMENT ON COLUMN investment_project.revision IS 'Counts every write; the ETag. Each has its row in project_event.';
CREATE INDEX investment_project_registered ON investment_project (authority_id, registered_on NULLS LAST, id);
CREATE INDEX investment_project_name ON investment_project (authority_id, name, id);
CREATE INDEX investment_project_investor ON investment_project (authority_id, investor_name, id);
CREATE INDEX investment_project_capital ON investment_project (authority_id, capital_vnd NULLS LAST, id);
CREATE INDEX investment_project_updated ON investment_project (authority_id, updated_at, id);
CREATE INDEX investment_project_tax ON investment_project (authority_id, left(investor_tax_code, 10)) WHERE merged_into IS NULL;
CREATE INDEX investment_project_name_key ON investment_project (authority_id, name_key) WHERE merged_into IS NULL;
CREATE INDEX investment_project_investor_key ON investment_project (authority_id, investor_key) WHERE merged_into IS NULL;
CREATE INDEX investment_project_org ON investment_project (investor_org_id);
CREATE INDEX investment_project_merged ON investment_project (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX investment_project_import ON investment_project (import_id, import_row) WHERE import_id IS NOT NULL;
CREATE INDEX investment_project_search ON investment_project USING gin (search_text gin_trgm_ops);
CREATE INDEX investment_project_similar ON investment_project USING gin (name_key gin_trgm_ops);
GRANT SELECT, INSERT, UPDATE ON investment_project TO techgate_app;

CREATE TABLE project_event (
  project_id uuid NOT NULL REFERENCES investment_project DEFERRABLE INITIALLY DEFERRED,
  seq integer NOT NULL CHECK (seq > 0),
  kind text NOT NULL CHECK (kind ~ '^[a-z_]{3,40}$'),
  facts jsonb NOT NULL,
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (project_id, seq)
);
COMMENT ON TABLE project_event IS 'What happened to a project of the register: exactly one row per revision, insert-only.';
GRANT SELECT, INSERT ON project_event TO techgate_app;
CREATE TRIGGER project_event_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON project_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE project_event ENABLE ALWAYS TRIGGER project_event_insert_only;
ALTER TABLE investment_project ADD CONSTRAINT project_change_is_logged FOREIGN KEY (id, revision)
  REFERENCES project_event (project_id, seq) DEFERRABLE INITIALLY DEFERRED;
CREATE FUNCTION project_changes_one_by_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision <> OLD.revision + 1 OR NEW.authority_id <> OLD.authority_id OR NEW.entered_by <> OLD.entered_by
     OR NEW.entered_at <> OLD.entered_at OR NEW.source <> OLD.source THEN
    RAISE EXCEPTION 'every write raises the revision by one and keeps where a project came from'
      USING ERRCODE = '23514', CONSTRAINT = 'project_changes_one_by_one';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER project_changes_one_by_one BEFORE UPDATE ON investment_project
  FOR EACH ROW EXECUTE FUNCTION project_changes_one_by_one();
`;

const AROUND = `
CREATE TABLE project_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL REFERENCES investment_project,
  kind text NOT NULL CHECK (kind IN ('approved', 'refused', 'other')),
  number text NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  decided_on date NOT NULL,
  decided_by text NOT NULL CHECK (length(decided_by) BETWEEN 2 AND 300),
  document_ref text CHECK (length(document_ref) <= 300),
  note text CHECK (length(note) <= 2000),
  corrects uuid REFERENCES project_decision,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  UNIQUE (id, project_id),
  UNIQUE (corrects)
);
COMMENT ON TABLE project_decision IS 'Final decision of the project authority as recorded; a correction is a further row that names the one it corrects. Insert-only.';
CREATE INDEX project_decision_project ON project_decision (project_id, recorded_at, id);
GRANT SELECT, INSERT ON project_decision TO techgate_app;
CREATE TRIGGER project_decision_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON project_decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE project_decision ENABLE ALWAYS TRIGGER project_decision_insert_only;
ALTER TABLE investment_project ADD CONSTRAINT project_decision_is_its_own FOREIGN KEY (decision_id, id)
  REFERENCES project_decision (id, project_id);

CREATE TABLE project_exemption (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL REFERENCES investment_project,
  reason_code text NOT NULL CHECK (reason_code IN ('no_technology', 'outside_law', 'exempt_by_law', 'before_start', 'other')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 10 AND 2000),
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'rejected', 'revoked')),
  proposed_by uuid NOT NULL,
  proposed_at timestamptz(3) NOT NULL,
  decided_by uuid,
  decided_at timestamptz(3),
  decision_note text CHECK (length(decision_note) <= 2000),
  revoked_by uuid,
  revoked_at timestamptz(3),
  revocation_reason text CHECK (length(revocation_reason) <= 2000),
  CHECK (state <> 'confirmed' OR (decided_by IS NOT NULL AND decided_by <> proposed_by)),
  CHECK ((state = 'proposed') = (decided_by IS NULL)),
  CHECK ((state = 'revoked') = (revoked_by IS NOT NULL))
);
COMMENT ON TABLE project_exemption IS 'Why a project needs no opinion on its technology: proposed by one person, confirmed by a head who is another.';
CREATE UNIQUE INDEX project_exemption_open ON project_exemption (project_id) WHERE state IN ('proposed', 'confirmed');
GRANT SELECT, INSERT, UPDATE ON project_exemption TO techgate_app;

CREATE TABLE project_match (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL REFERENCES investment_project,
  dossier_id uuid NOT NULL REFERENCES dossier,
  state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'rejected')),
  score numeric(4, 3) CHECK (score BETWEEN 0 AND 1),
  reasons text[] NOT NULL,
  moved_from uuid REFERENCES investment_project,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz(3) NOT NULL,
  decided_by uuid,
  decided_at timestamptz(3),
  decision_reason text CHECK (length(decision_reason) <= 2000),
  UNIQUE (project_id, dossier_id),
  CHECK (state = 'proposed' OR decided_by IS NOT NULL)
);
COMMENT ON TABLE project_match IS 'A dossier that is about a project of the register: proposed by the system, confirmed or rejected by a person.';
COMMENT ON COLUMN project_match.moved_from IS 'The duplicate from which a merge brought it; an unmerge takes it back';
CREATE UNIQUE INDEX project_match_one_project ON project_match (dossier_id) WHERE state = 'confirmed';
CREATE INDEX project_match_dossier ON project_match (dossier_id);
CREATE INDEX project_match_open ON project_match (state, project_id) WHERE state = 'proposed';
GRANT SELECT, INSERT, UPDATE ON project_match TO techgate_app;
CREATE INDEX silence_record_dossier ON silence_record (dossier_id);
`;

const DOWN = `
DROP INDEX silence_record_dossier;
ALTER TABLE investment_project DROP CONSTRAINT project_change_is_logged, DROP CONSTRAINT project_decision_is_its_own;
DROP TABLE project_match, project_exemption, project_decision, project_event, investment_project;
DROP FUNCTION project_changes_one_by_one();
`;

export class CreateProjects1764000000900 implements MigrationInterface {
  name = 'CreateProjects1764000000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROJECT);
    await runner.query(AROUND);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
