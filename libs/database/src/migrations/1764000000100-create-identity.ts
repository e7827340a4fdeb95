import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE authority (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL UNIQUE CHECK (code ~ '^[A-Z0-9.-]{2,20}$'),
  name text NOT NULL,
  province text NOT NULL,
  created_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE authority IS 'Appraising authority (a provincial department); several may share an installation';

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 300),
  tax_code text CHECK (tax_code ~ '^[0-9]{10}(-[0-9]{3})?$'),
  kind text NOT NULL CHECK (kind IN ('investor', 'registration_agency', 'department', 'agency', 'other')),
  address text,
  active boolean NOT NULL DEFAULT true,
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE organisation IS 'Investors, requesting agencies, departments, and the consultants and suppliers named in dossiers';
COMMENT ON COLUMN organisation.kind IS 'registration_agency: investment registration agency or zone board, which sends requests';
CREATE UNIQUE INDEX organisation_tax_code ON organisation (authority_id, tax_code) WHERE tax_code IS NOT NULL;
CREATE INDEX organisation_by_name ON organisation (authority_id, name, id);

CREATE TABLE app_user (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  email text NOT NULL CHECK (email = lower(btrim(email)) AND length(email) BETWEEN 3 AND 254),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  position text,
  password_hash text NOT NULL,
  organisation_id uuid REFERENCES organisation,
  active boolean NOT NULL DEFAULT true,
  demo boolean NOT NULL DEFAULT false,
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE app_user IS 'A person with an account; never deleted, since the log names it';
COMMENT ON COLUMN app_user.email IS 'Normalised: NFKC, trimmed, lower case';
COMMENT ON COLUMN app_user.password_hash IS 'argon2id, PHC string';
COMMENT ON COLUMN app_user.demo IS 'A published password: such accounts cannot sign in where demonstration accounts are off';
CREATE UNIQUE INDEX app_user_email ON app_user (email);
CREATE INDEX app_user_by_name ON app_user (authority_id, display_name, id);
CREATE INDEX app_user_organisation ON app_user (organisation_id);

CREATE TABLE user_role (
  user_id uuid NOT NULL REFERENCES app_user,
  role text NOT NULL CHECK (role IN ('investor', 'requester', 'clerk', 'appraiser', 'expert', 'council_secretary', 'agency',
    'head', 'leader', 'province_leader', 'auditor', 'law_officer', 'admin')),
  granted_at timestamptz(3) NOT NULL,
  granted_by uuid,
  PRIMARY KEY (user_id, role)
);
COMMENT ON TABLE user_role IS 'Roles held now; changes are logged';

CREATE TABLE user_affiliation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user,
  organisation_id uuid NOT NULL REFERENCES organisation,
  valid_from date NOT NULL,
  valid_to date,
  note text,
  recorded_at timestamptz(3) NOT NULL,
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
COMMENT ON TABLE user_affiliation IS 'Organisations to which a person belongs or belonged: the ground of a conflict of interest';
COMMENT ON COLUMN user_affiliation.valid_to IS 'Last day; NULL while it lasts';
CREATE INDEX user_affiliation_user ON user_affiliation (user_id, organisation_id);

CREATE TABLE sign_in_throttle (
  kind text NOT NULL CHECK (kind IN ('account', 'address')),
  subject_digest text NOT NULL,
  failed_count int NOT NULL CHECK (failed_count >= 0),
  locked_until timestamptz(3),
  last_failed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (kind, subject_digest)
);
COMMENT ON TABLE sign_in_throttle IS 'Failed sign-ins; keyed by a digest of the e-mail typed, so known and unknown accounts behave alike';
CREATE INDEX sign_in_throttle_age ON sign_in_throttle (last_failed_at);

CREATE TABLE refresh_family (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES app_user,
  created_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  revoke_reason text CHECK (revoke_reason IN ('signed_out', 'reused', 'deactivated', 'roles_changed', 'password_changed')),
  CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL))
);
COMMENT ON TABLE refresh_family IS 'One sign-in of an API client; all its tokens fall together';
CREATE INDEX refresh_family_user ON refresh_family (user_id) WHERE revoked_at IS NULL;

CREATE TABLE refresh_token (
  token_digest text PRIMARY KEY,
  family_id uuid NOT NULL REFERENCES refresh_family,
  issued_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
COMMENT ON TABLE refresh_token IS 'Rotating tokens by SHA-256; a used one that comes back revokes its family';
CREATE INDEX refresh_token_family ON refresh_token (family_id);

CREATE TABLE web_session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_digest text NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES app_user,
  created_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  end_reason text CHECK (end_reason IN ('signed_out', 'replaced', 'deactivated', 'roles_changed', 'password_changed')),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
COMMENT ON TABLE web_session IS 'Cookie sessions by SHA-256 of their token';
CREATE INDEX web_session_user ON web_session (user_id) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON authority, organisation, app_user, refresh_family, refresh_token, web_session TO techgate_app;
GRANT SELECT, INSERT, DELETE ON user_role TO techgate_app;
GRANT SELECT, INSERT, UPDATE ON user_affiliation TO techgate_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_throttle TO techgate_app;
`;

const DOWN = `
DROP TABLE web_session, refresh_token, refresh_family, sign_in_throttle, user_affiliation, user_role, app_user, organisation, authority;
`;

export class CreateIdentity1764000000100 implements MigrationInterface {
  name = 'CreateIdentity1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
