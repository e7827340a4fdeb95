import { type MigrationInterface, type QueryRunner } from 'typeorm';

const IMPORTS = `
CREATE TABLE project_import (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  state text NOT NULL CHECK (state IN ('uploaded', 'previewed', 'queued', 'running', 'finished', 'cancelled', 'failed', 'undone')),
  file_name text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 150),
  format text NOT NULL CHECK (format IN ('xlsx', 'csv')),
  size bigint NOT NULL CHECK (size > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text NOT NULL,
  layout jsonb NOT NULL,
  settings jsonb,
  undecided jsonb,
  total integer NOT NULL DEFAULT 0 CHECK (total >= 0),
  done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  inserted integer NOT NULL DEFAULT 0 CHECK (inserted >= 0),
  updated integer NOT NULL DEFAULT 0 CHECK (updated >= 0),
  skipped integer NOT NULL DEFAULT 0 CHECK (skipped >= 0),
  faulty integer NOT NULL DEFAULT 0 CHECK (faulty >= 0),
  tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  last_error text CHECK (length(last_error) <= 100),
  uploaded_by uuid NOT NULL REFERENCES app_user,
  uploaded_at timestamptz(3) NOT NULL,
  queued_at timestamptz(3),
  started_at timestamptz(3),
  ended_at timestamptz(3),
  undone integer CHECK (undone >= 0),
  revision integer NOT NULL DEFAULT 1,
  CHECK ((settings IS NULL) = (state = 'uploaded')),
  CHECK (done = inserted + updated + skipped + faulty AND done <= total),
  CHECK ((queued_at IS NULL) = (undecided IS NULL)),
  CHECK ((state IN ('finished', 'cancelled', 'failed', 'undone')) = (ended_at IS NOT NULL)),
  CHECK (state NOT IN ('queued', 'running', 'finished', 'failed', 'undone') OR queued_at IS NOT NULL),
  CHECK (state <> 'finished' OR done = total),
  CHECK ((undone IS NOT NULL) = (state = 'undone'))
);
COMMENT ON TABLE project_import IS 'A list that somebody brings into the register of projects: uploaded, previewed, run in the background, undone. Its acts stand in the log of the system.';
COMMENT ON COLUMN project_import.layout IS 'Sheets with what was proposed for each: header row, columns, unit, first rows';
COMMENT ON COLUMN project_import.settings IS 'What the person chose: sheet, header row, columns, unit; null until the first preview';
COMMENT ON COLUMN project_import.undecided IS 'What is done with duplicates on which nobody decided one by one';
COMMENT ON COLUMN project_import.tries IS 'Turns that ended in an error since the last batch that was stored';
CREATE INDEX project_import_list ON project_import (authority_id, uploaded_at DESC, id DESC);
CREATE INDEX project_import_waiting ON project_import (queued_at, id) WHERE state IN ('queued', 'running');
CREATE INDEX project_import_file ON project_import (authority_id, sha256);
GRANT SELECT, INSERT, UPDATE ON project_import TO techgate_app;

CREATE TABLE project_import_row (
  import_id uuid NOT NULL REFERENCES project_import,
  number integer NOT NULL CHECK (number > 0),
  kind text NOT NULL CHECK (kind IN ('new', 'faulty', 'duplicate_in_file', 'duplicate_of_register', 'unchanged')),
  hidden boolean NOT NULL,
  project jsonb NOT NULL,
  written jsonb NOT NULL,
  faults jsonb NOT NULL,
  formulas text[] NOT NULL,
  first_number integer,
  duplicates jsonb NOT NULL,
  decision text CHECK (decision IN ('skip', 'import_as_new', 'update_existing')),
  target_id uuid REFERENCES investment_project,
  outcome text CHECK (outcome IN ('inserted', 'updated', 'skipped', 'faulty')),
  skip_reason text CHECK (skip_reason IN ('decided', 'unchanged', 'entered_meanwhile', 'target_gone')),
  project_id uuid REFERENCES investment_project,
  PRIMARY KEY (import_id, number),
  CHECK ((kind = 'faulty') = (faults <> '[]')),
  CHECK ((kind = 'duplicate_in_file') = (first_number IS NOT NULL)),
  CHECK (decision IS NULL OR kind IN ('duplicate_in_file', 'duplicate_of_register')),
  CHECK ((decision IS NOT DISTINCT FROM 'update_existing') = (target_id IS NOT NULL)),
  CHECK (decision IS DISTINCT FROM 'update_existing' OR kind = 'duplicate_of_register'),
  CHECK ((outcome IS NOT DISTINCT FROM 'faulty') = (outcome IS NOT NULL AND kind = 'faulty')),
  CHECK ((outcome IN ('inserted', 'updated')) IS NOT DISTINCT FROM (CASE WHEN outcome IS NULL THEN NULL ELSE project_id IS NOT NULL END)),
  CHECK ((outcome IS NOT DISTINCT FROM 'skipped') = (skip_reason IS NOT NULL))
);
COMMENT ON TABLE project_import_row IS 'One row of an imported list: what was read, what is wrong with it, what it looks like, what became of it.';
COMMENT ON COLUMN project_import_row.duplicates IS 'Projects of the register that it looked like when it was previewed: id, reasons, similarity; shown only as far as the reader may see them';
COMMENT ON COLUMN project_import_row.first_number IS 'The earlier row of the same file that it looks like';
CREATE INDEX project_import_row_kind ON project_import_row (import_id, kind, number);
CREATE INDEX project_import_row_waiting ON project_import_row (import_id, number) WHERE outcome IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON project_import_row TO techgate_app;

CREATE FUNCTION project_import_row_keeps_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a row that was imported stays as it is' USING ERRCODE = '23514', CONSTRAINT = 'project_import_row_keeps_outcome';
END $$;
CREATE TRIGGER project_import_row_keeps_outcome BEFORE UPDATE OR DELETE ON project_import_row FOR EACH ROW
  WHEN (OLD.outcome IS NOT NULL) EXECUTE FUNCTION project_import_row_keeps_outcome();

CREATE TABLE project_import_mapping (
  authority_id uuid NOT NULL REFERENCES authority,
  headings text NOT NULL CHECK (length(headings) <= 20000),
  settings jsonb NOT NULL,
  updated_by uuid NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (authority_id, headings)
);
COMMENT ON TABLE project_import_mapping IS 'What a person chose for a list with these headings, to be proposed when its next edition comes.';
GRANT SELECT, INSERT, UPDATE ON project_import_mapping TO techgate_app;

DROP INDEX investment_project_import;
CREATE UNIQUE INDEX investment_project_import ON investment_project (import_id, import_row) WHERE import_id IS NOT NULL;
ALTER TABLE investment_project ADD COLUMN withdrawn_at timestamptz(3);
COMMENT ON COLUMN investment_project.withdrawn_at IS 'Taken back with the import that brought it: in no list and no figure, kept for the log';

CREATE OR REPLACE VIEW stored_file_reference AS
  SELECT storage_key FROM document UNION ALL SELECT storage_key FROM letter WHERE storage_key IS NOT NULL
  UNION ALL SELECT storage_key FROM project_import;
`;

const DOWN = `
CREATE OR REPLACE VIEW stored_file_reference AS
  SELECT storage_key FROM document UNION ALL SELECT storage_key FROM letter WHERE storage_key IS NOT NULL;
ALTER TABLE investment_project DROP COLUMN withdrawn_at;
DROP INDEX investment_project_import;
CREATE INDEX investment_project_import ON investment_project (import_id, import_row) WHERE import_id IS NOT NULL;
DROP TABLE project_import_mapping, project_import_row, project_import;
DROP FUNCTION project_import_row_keeps_outcome();
`;

export class CreateProjectImports1764000000950 implements MigrationInterface {
  name = 'CreateProjectImports1764000000950';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
