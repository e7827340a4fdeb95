import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE audit_verification (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  state text NOT NULL CHECK (state IN ('queued', 'running', 'finished', 'failed')),
  requested_by uuid NOT NULL REFERENCES app_user,
  requested_at timestamptz(3) NOT NULL,
  started_at timestamptz(3),
  ended_at timestamptz(3),
  tries integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
  part text CHECK (part IN ('chains', 'checkpoints', 'reads', 'records', 'files')),
  done integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  total integer NOT NULL DEFAULT 0 CHECK (total >= 0),
  known_checkpoints integer CHECK (known_checkpoints >= 0),
  report jsonb CHECK (jsonb_typeof(report) = 'object'),
  report_sha256 text CHECK (report_sha256 ~ '^[0-9a-f]{64}$'),
  last_error text CHECK (length(last_error) BETWEEN 1 AND 100),
  CHECK (state <> 'running' OR (started_at IS NOT NULL AND part IS NOT NULL)),
  CHECK ((state IN ('finished', 'failed')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'finished') = (num_nonnulls(report, report_sha256, known_checkpoints) = 3)),
  CHECK (state <> 'failed' OR last_error IS NOT NULL)
);
COMMENT ON TABLE audit_verification IS 'A verification of the whole log that an auditor asked for, done by the worker (docs/adr/0031-verified-in-the-background.md). Who asked and what was found also stands in the chain of the system.';
COMMENT ON COLUMN audit_verification.tries IS 'How often a worker began it; one that was killed leaves it behind, and the next one begins anew.';
COMMENT ON COLUMN audit_verification.part IS 'What is being verified, with done of total of its entries, checkpoints, batches of reads, comparisons or files.';
COMMENT ON COLUMN audit_verification.known_checkpoints IS 'Checkpoints known outside of the database with which it was compared.';
COMMENT ON COLUMN audit_verification.report_sha256 IS 'SHA-256 of the RFC 8785 JSON of the report, as the entry verification.finished says it.';
COMMENT ON COLUMN audit_verification.last_error IS 'Name of what went wrong, never its text.';
CREATE UNIQUE INDEX audit_verification_one_at_a_time ON audit_verification ((true)) WHERE state IN ('queued', 'running');
CREATE INDEX audit_verification_list ON audit_verification (authority_id, requested_at DESC, id DESC);

CREATE FUNCTION audit_verification_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a verification that has ended stays as it is' USING ERRCODE = '23514', CONSTRAINT = 'audit_verification_stands';
END $$;
CREATE TRIGGER audit_verification_stands BEFORE UPDATE OR DELETE ON audit_verification FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION audit_verification_stands();

GRANT SELECT, INSERT, UPDATE (state, started_at, ended_at, tries, part, done, total, known_checkpoints, report, report_sha256, last_error)
  ON audit_verification TO techgate_app;
`;

/** Verifications of the whole log that an auditor asks for and the worker does. */
export class VerifyInTheBackground1764000001263 implements MigrationInterface {
  name = 'VerifyInTheBackground1764000001263';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_verification; DROP FUNCTION audit_verification_stands()');
  }
}
