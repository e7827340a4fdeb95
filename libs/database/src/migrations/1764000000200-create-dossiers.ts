import { type MigrationInterface, type QueryRunner } from 'typeorm';

const LAW = `
CREATE TABLE law_set (
  digest text PRIMARY KEY,
  content jsonb NOT NULL,
  stored_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE law_set IS 'Everything that governs a dossier, whole, as chosen by day; insert-only, named by its digest.';
GRANT SELECT, INSERT ON law_set TO techgate_app;
`;

const DOSSIER = `
CREATE TABLE dossier (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  procedure_id text NOT NULL,
  law_set_digest text REFERENCES law_set,
  law_pinned boolean NOT NULL DEFAULT false,
  status text NOT NULL CHECK (status IN ('draft','submitted','supplement_requested','returned','accepted','screened',
    'under_review','clarification_requested','refusal_notified','concluded','endorsed','approved',
    'approved_with_conditions','refused','withdrawn','discontinued')),
  step integer NOT NULL DEFAULT 0,
  revision integer NOT NULL DEFAULT 1,
  round integer NOT NULL DEFAULT 1,
  channel text NOT NULL CHECK (channel IN ('investor','requester')),
  our_role text NOT NULL DEFAULT 'consulted',
  trigger text NOT NULL DEFAULT 'local_full_coverage',
  project_authority text,
  owner_org_id uuid NOT NULL REFERENCES organisation,
  investor_org_id uuid REFERENCES organisation,
  requester_org_id uuid REFERENCES organisation,
  on_behalf boolean NOT NULL DEFAULT false,
  project_name text NOT NULL DEFAULT '',
  stage text,
  environmental_group text,
  project_group text,
  capital_origin text,
  sector_vsic text,
  commune_code text,
  search_text text NOT NULL DEFAULT '',
  file_code text UNIQUE,
  incoming_number text,
  incoming_on date,
  received_on date,
  accepted_on date,
  due_on date,
  facts_version integer NOT NULL DEFAULT 0,
  supplement_requests_used integer NOT NULL DEFAULT 0,
  extension_used boolean NOT NULL DEFAULT false,
  refusal_notified boolean NOT NULL DEFAULT false,
  withdrawn_after_notice boolean NOT NULL DEFAULT false,
  lead_appraiser_id uuid REFERENCES app_user,
  created_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  updated_by uuid NOT NULL
);
COMMENT ON TABLE dossier IS 'One row per dossier: flat status, no snapshot.';
COMMENT ON COLUMN dossier.step IS 'Counts status transitions; with id and status it refers to the log row of the newest one.';
COMMENT ON COLUMN dossier.revision IS 'Counts every write; the ETag.';
COMMENT ON COLUMN dossier.law_pinned IS 'False from submit to accept: the set is provisional until the valid dossier is received.';
COMMENT ON COLUMN dossier.due_on IS 'Earliest due date of the open clocks, stored by the clock writer alone.';
CREATE INDEX dossier_due ON dossier (authority_id, due_on NULLS LAST, id);
CREATE INDEX dossier_received ON dossier (authority_id, received_on NULLS LAST, id);
CREATE INDEX dossier_updated ON dossier (authority_id, updated_at, id);
CREATE INDEX dossier_name ON dossier (authority_id, project_name, id);
CREATE INDEX dossier_file_code ON dossier (authority_id, file_code NULLS LAST, id);
CREATE INDEX dossier_status ON dossier (authority_id, status, id);
CREATE INDEX dossier_owner ON dossier (owner_org_id, id);
CREATE INDEX dossier_requester ON dossier (requester_org_id, id);
CREATE INDEX dossier_lead ON dossier (lead_appraiser_id, id);
CREATE INDEX dossier_search ON dossier USING gin (search_text gin_trgm_ops);
GRANT SELECT, INSERT, UPDATE ON dossier TO techgate_app;

CREATE TABLE dossier_transition (
  dossier_id uuid NOT NULL REFERENCES dossier DEFERRABLE INITIALLY DEFERRED,
  step integer NOT NULL,
  command text NOT NULL,
  from_status text,
  to_status text NOT NULL,
  actor_id uuid NOT NULL,
  actor_role text NOT NULL,
  round integer NOT NULL,
  command_id text,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (dossier_id, step),
  UNIQUE (dossier_id, step, to_status)
);
COMMENT ON TABLE dossier_transition IS 'The log of transitions: exactly one row per step, insert-only.';
CREATE UNIQUE INDEX dossier_transition_command ON dossier_transition (command_id) WHERE command_id IS NOT NULL;
GRANT SELECT, INSERT ON dossier_transition TO techgate_app;

ALTER TABLE dossier ADD CONSTRAINT dossier_status_is_logged FOREIGN KEY (id, step, status)
  REFERENCES dossier_transition (dossier_id, step, to_status) DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION dossier_moves_by_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.step NOT IN (OLD.step, OLD.step + 1) THEN
    RAISE EXCEPTION 'a dossier moves one step at a time' USING ERRCODE = '23514', CONSTRAINT = 'dossier_one_step';
  END IF;
  IF NEW.status IS DISTINCT FROM OLD.status AND NEW.step = OLD.step THEN
    RAISE EXCEPTION 'a change of status needs a step' USING ERRCODE = '23514', CONSTRAINT = 'dossier_status_needs_step';
  END IF;
  IF NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'every write raises the revision by one' USING ERRCODE = '23514', CONSTRAINT = 'dossier_revision';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dossier_moves_by_steps BEFORE UPDATE ON dossier FOR EACH ROW EXECUTE FUNCTION dossier_moves_by_steps();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = '42501', CONSTRAINT = 'insert_only';
END $$;
CREATE TRIGGER dossier_transition_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dossier_transition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE dossier_transition ENABLE ALWAYS TRIGGER dossier_transition_insert_only;
CREATE TRIGGER law_set_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON law_set
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE law_set ENABLE ALWAYS TRIGGER law_set_insert_only;

CREATE FUNCTION transition_is_applied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM dossier d WHERE d.id = NEW.dossier_id AND d.step >= NEW.step) THEN
    RAISE EXCEPTION 'a transition is logged only together with its dossier'
      USING ERRCODE = '23514', CONSTRAINT = 'transition_is_applied';
  END IF;
  IF NEW.step > 0 AND NOT EXISTS (SELECT 1 FROM dossier_transition before WHERE before.dossier_id = NEW.dossier_id
       AND before.step = NEW.step - 1 AND before.to_status = NEW.from_status) THEN
    RAISE EXCEPTION 'a transition starts where the one before it ended, and none is left out'
      USING ERRCODE = '23514', CONSTRAINT = 'transition_follows';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER transition_is_applied AFTER INSERT ON dossier_transition
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION transition_is_applied();
`;

const AROUND = `
CREATE TABLE dossier_party (
  dossier_id uuid NOT NULL REFERENCES dossier,
  organisation_id uuid NOT NULL REFERENCES organisation,
  party text NOT NULL CHECK (party IN ('investor','requester','consultant','technology_supplier')),
  PRIMARY KEY (dossier_id, organisation_id, party)
);
COMMENT ON TABLE dossier_party IS 'Organisations with a stake in the dossier; their people may not appraise it.';
CREATE INDEX dossier_party_organisation ON dossier_party (organisation_id, dossier_id);
GRANT SELECT, INSERT, DELETE ON dossier_party TO techgate_app;

CREATE TABLE conflict_of_interest (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  dossier_id uuid NOT NULL REFERENCES dossier,
  user_id uuid NOT NULL REFERENCES app_user,
  source text NOT NULL CHECK (source IN ('declared','recorded')),
  reason text NOT NULL,
  declared_at timestamptz(3) NOT NULL,
  lifted_at timestamptz(3)
);
COMMENT ON TABLE conflict_of_interest IS 'People who may neither see nor touch a dossier; affiliations are computed beside it.';
CREATE UNIQUE INDEX conflict_of_interest_open ON conflict_of_interest (dossier_id, user_id) WHERE lifted_at IS NULL;
CREATE INDEX conflict_of_interest_user ON conflict_of_interest (user_id, dossier_id) WHERE lifted_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON conflict_of_interest TO techgate_app;

CREATE TABLE facts_version (
  dossier_id uuid NOT NULL REFERENCES dossier,
  version integer NOT NULL,
  facts jsonb NOT NULL,
  digest text NOT NULL,
  changes jsonb NOT NULL,
  by_agency boolean NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  PRIMARY KEY (dossier_id, version)
);
COMMENT ON TABLE facts_version IS 'Every version of the technology facts with its difference from the one before; insert-only.';
GRANT SELECT, INSERT ON facts_version TO techgate_app;
CREATE TRIGGER facts_version_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON facts_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE facts_version ENABLE ALWAYS TRIGGER facts_version_insert_only;

CREATE TABLE command_receipt (
  actor_id uuid NOT NULL,
  idempotency_key text NOT NULL,
  fingerprint text NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (actor_id, idempotency_key)
);
COMMENT ON TABLE command_receipt IS 'What a delivered command answered; the same key is answered from here and acts once.';
GRANT SELECT, INSERT, DELETE ON command_receipt TO techgate_app;
`;

export class CreateDossiers1764000000200 implements MigrationInterface {
  name = 'CreateDossiers1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LAW, DOSSIER, AROUND]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE dossier DROP CONSTRAINT dossier_status_is_logged');
    await runner.query(
      'DROP TABLE command_receipt, facts_version, conflict_of_interest, dossier_party, dossier_transition, dossier, law_set',
    );
    await runner.query('DROP FUNCTION dossier_moves_by_steps(), refuse_change(), transition_is_applied()');
  }
}
