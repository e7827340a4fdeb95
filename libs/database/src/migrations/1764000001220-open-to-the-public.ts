import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE tracking_secret (
  dossier_id uuid PRIMARY KEY REFERENCES dossier,
  version integer NOT NULL CHECK (version > 0),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz(3) NOT NULL,
  made_by uuid NOT NULL
);
COMMENT ON TABLE tracking_secret IS 'With which secret a dossier can be followed without an account; the secret itself is stored nowhere.';
COMMENT ON COLUMN tracking_secret.version IS 'Counts renewals: the secret of an earlier version opens nothing any more.';
COMMENT ON COLUMN tracking_secret.digest IS 'SHA-256 over dossier and secret; fast, since 120 random bits cannot be tried out (ADR 0028).';
GRANT SELECT, INSERT, UPDATE (version, digest, made_at, made_by) ON tracking_secret TO techgate_app;

CREATE FUNCTION tracking_secret_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.dossier_id <> OLD.dossier_id OR NEW.version <> OLD.version + 1 OR NEW.digest = OLD.digest THEN
    RAISE EXCEPTION 'a tracking secret is only replaced by the next one'
      USING ERRCODE = '23514', CONSTRAINT = 'tracking_secret_moves_on';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tracking_secret_moves_on BEFORE UPDATE ON tracking_secret
  FOR EACH ROW EXECUTE FUNCTION tracking_secret_moves_on();

ALTER TABLE sign_in_throttle DROP CONSTRAINT sign_in_throttle_kind_check;
ALTER TABLE sign_in_throttle ADD CONSTRAINT sign_in_throttle_kind_check
  CHECK (kind IN ('account', 'address', 'tracking_code', 'tracking_address'));
COMMENT ON TABLE sign_in_throttle IS 'Failed sign-ins and guesses at tracking secrets; keyed by a digest of what was typed, so known and unknown ones behave alike';

CREATE INDEX letter_issued_number ON letter (number, year) WHERE status = 'issued';
CREATE INDEX letter_issued_sha256 ON letter (sha256) WHERE status = 'issued';
CREATE INDEX letter_decision_issued_on ON letter (issued_on)
  WHERE status = 'issued' AND kind IN ('decision', 'determination');
`;

const DOWN = `
DROP INDEX letter_decision_issued_on;
DROP INDEX letter_issued_sha256;
DROP INDEX letter_issued_number;
DELETE FROM sign_in_throttle WHERE kind NOT IN ('account', 'address');
ALTER TABLE sign_in_throttle DROP CONSTRAINT sign_in_throttle_kind_check;
ALTER TABLE sign_in_throttle ADD CONSTRAINT sign_in_throttle_kind_check CHECK (kind IN ('account', 'address'));
COMMENT ON TABLE sign_in_throttle IS 'Failed sign-ins; keyed by a digest of the e-mail typed, so known and unknown accounts behave alike';
DROP TABLE tracking_secret;
DROP FUNCTION tracking_secret_moves_on();
`;

/** What the public asks without an account: where a dossier stands, whether a letter is genuine, how much was decided. */
export class OpenToThePublic1764000001220 implements MigrationInterface {
  name = 'OpenToThePublic1764000001220';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
