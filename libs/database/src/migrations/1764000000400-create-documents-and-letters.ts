import { type MigrationInterface, type QueryRunner } from 'typeorm';

const DOCUMENTS = `
CREATE TABLE document (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  kind text NOT NULL CHECK (kind IN ('paper', 'request_letter', 'evidence', 'supplement', 'proof_of_answer', 'complaint_decision', 'other')),
  checklist_item text CHECK (checklist_item ~ '^[A-Z][A-Z0-9.-]{0,19}$'),
  content_type text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text NOT NULL,
  file_name text CHECK (length(file_name) BETWEEN 1 AND 150),
  uploaded_by uuid NOT NULL REFERENCES app_user,
  uploaded_at timestamptz(3) NOT NULL,
  revision int NOT NULL DEFAULT 1,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid REFERENCES app_user,
  withdrawn_reason text CHECK (length(withdrawn_reason) <= 500),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
COMMENT ON TABLE document IS 'A file of a dossier; its bytes lie in the content store under storage_key and never change';
COMMENT ON COLUMN document.kind IS 'What the file is to the dossier; paper = an item of the checklist';
COMMENT ON COLUMN document.content_type IS 'What the bytes are by their content, never what was declared';
COMMENT ON COLUMN document.file_name IS 'Cleaned name, personal: the eraser may null it';
COMMENT ON COLUMN document.withdrawn_at IS 'Withdrawn papers stay, so that what was once decided upon can be shown';
CREATE INDEX document_of_dossier ON document (dossier_id, uploaded_at, id);
CREATE INDEX document_storage_key ON document (storage_key);
GRANT SELECT, INSERT, UPDATE (kind, checklist_item, revision, withdrawn_at, withdrawn_by, withdrawn_reason) ON document TO techgate_app;
GRANT SELECT, UPDATE (file_name) ON document TO techgate_eraser;
`;

const LETTERS = `
CREATE TABLE number_counter (
  scope text NOT NULL,
  year int NOT NULL CHECK (year BETWEEN 2000 AND 9999),
  next int NOT NULL CHECK (next > 0),
  PRIMARY KEY (scope, year)
);
COMMENT ON TABLE number_counter IS 'Next number of a register in a year; its row lock serialises numbering, a rollback gives the number back';
COMMENT ON COLUMN number_counter.scope IS 'Whose register: <authority id>/<register> for letters, any other name for other codes';
GRANT SELECT, INSERT, UPDATE (next) ON number_counter TO techgate_app;

CREATE TABLE letter (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  authority_id uuid NOT NULL REFERENCES authority,
  kind text NOT NULL CHECK (kind IN ('receipt', 'supplement_request', 'clarification_request', 'return_notice', 'discontinuance',
    'intended_refusal', 'decision')),
  register text NOT NULL CHECK (register ~ '^[a-z_]{1,40}$'),
  round int NOT NULL CHECK (round >= 0),
  status text NOT NULL CHECK (status IN ('draft', 'issued', 'void')),
  validity text CHECK (validity IN ('valid', 'under_review', 'confirmed', 'replaced', 'recalled')),
  draft_data jsonb NOT NULL,
  template_version text NOT NULL,
  year int,
  number int CHECK (number > 0),
  symbol text CHECK (length(symbol) BETWEEN 1 AND 40),
  issued_on date,
  issued_at timestamptz(3),
  issued_by uuid REFERENCES app_user,
  signed_name text CHECK (length(signed_name) BETWEEN 1 AND 200),
  signed_title text CHECK (length(signed_title) BETWEEN 1 AND 200),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text,
  size bigint CHECK (size > 0),
  replaces uuid REFERENCES letter,
  revision int NOT NULL DEFAULT 1,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CHECK (num_nulls(validity, year, number, symbol, issued_on, issued_at, issued_by, signed_name, signed_title, sha256, storage_key, size)
    = CASE status WHEN 'issued' THEN 0 ELSE 12 END),
  CHECK (year = date_part('year', issued_on))
);
COMMENT ON TABLE letter IS 'A paper that leaves the department: a draft, then issued bytes that never change';
COMMENT ON COLUMN letter.register IS 'Register in which it is numbered; kinds that print the same symbol share one';
COMMENT ON COLUMN letter.draft_data IS 'What the template is filled with, without secrets; after issuing, what was printed';
COMMENT ON COLUMN letter.validity IS 'What the issued letter is worth today; the bytes stay the same';
COMMENT ON COLUMN letter.sha256 IS 'Of the issued PDF';
CREATE UNIQUE INDEX letter_number_of_kind ON letter (authority_id, kind, year, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX letter_number_of_register ON letter (authority_id, register, year, number) WHERE number IS NOT NULL;
CREATE UNIQUE INDEX letter_replaced_once ON letter (replaces) WHERE replaces IS NOT NULL AND status = 'issued';
CREATE INDEX letter_of_dossier ON letter (dossier_id, created_at, id);
CREATE INDEX letter_storage_key ON letter (storage_key);
GRANT SELECT, INSERT, UPDATE ON letter TO techgate_app;

CREATE FUNCTION letter_keeps_issued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'letters are never deleted' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'letter_keeps_issued';
  END IF;
  IF (to_jsonb(NEW) - ARRAY['validity', 'revision', 'updated_at']) <> (to_jsonb(OLD) - ARRAY['validity', 'revision', 'updated_at']) THEN
    RAISE EXCEPTION 'an issued letter never changes' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'letter_keeps_issued';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_keeps_issued BEFORE UPDATE ON letter FOR EACH ROW
  WHEN (OLD.status <> 'draft') EXECUTE FUNCTION letter_keeps_issued();
CREATE TRIGGER letter_is_never_deleted BEFORE DELETE ON letter FOR EACH ROW EXECUTE FUNCTION letter_keeps_issued();

CREATE VIEW stored_file_reference AS
  SELECT storage_key FROM document UNION ALL SELECT storage_key FROM letter WHERE storage_key IS NOT NULL;
COMMENT ON VIEW stored_file_reference IS 'Every key of the content store that something stands for; what is not in it is an orphan';
GRANT SELECT ON stored_file_reference TO techgate_app;
`;

const DOWN = `
DROP VIEW stored_file_reference;
DROP TABLE letter;
DROP FUNCTION letter_keeps_issued();
DROP TABLE number_counter;
DROP TABLE document;
`;

export class CreateDocumentsAndLetters1764000000400 implements MigrationInterface {
  name = 'CreateDocumentsAndLetters1764000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOCUMENTS);
    await runner.query(LETTERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
