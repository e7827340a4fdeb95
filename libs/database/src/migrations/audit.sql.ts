/** Chains: the head that serialises appending, the entries, and what they point to. */
export const AUDIT_LOG = `
CREATE TABLE audit_chain_head (
  chain_id uuid PRIMARY KEY,
  seq integer NOT NULL CHECK (seq >= 0),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE audit_chain_head IS 'Last link of each chain. Its row is the lock under which a chain grows, so that an empty chain has one too (docs/adr/0005-audit-chain.md).';

CREATE TABLE audit_entry (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  chain_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at timestamptz(3) NOT NULL,
  actor_id text NOT NULL CHECK (actor_id <> ''),
  actor_role text NOT NULL CHECK (actor_role <> ''),
  action text NOT NULL CHECK (action ~ '^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)+$'),
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
  facts jsonb NOT NULL CHECK (jsonb_typeof(facts) = 'object'),
  payload_hash text CHECK (payload_hash ~ '^[0-9a-f]{64}$'),
  prev_hash text NOT NULL CHECK (prev_hash ~ '^[0-9a-f]{64}$'),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT audit_entry_chain_seq UNIQUE (chain_id, seq),
  CONSTRAINT audit_entry_no_fork UNIQUE (chain_id, prev_hash)
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject_id, at);
CREATE INDEX audit_entry_at ON audit_entry (at, id);
COMMENT ON TABLE audit_entry IS 'The log, insert-only. Ids, codes, civil dates and digests only; free text stands in audit_payload.';
COMMENT ON COLUMN audit_entry.at IS 'Milliseconds, exactly what was hashed.';
COMMENT ON COLUMN audit_entry.prev_hash IS 'Hash of entry seq - 1 of the chain; 64 zeros for the first.';
COMMENT ON COLUMN audit_entry.hash IS 'SHA-256 of the RFC 8785 JSON of the entry without this field (docs/verification.md).';

CREATE TABLE audit_payload (
  entry_id uuid PRIMARY KEY REFERENCES audit_entry (id),
  salt bytea,
  payload jsonb,
  erased_by uuid UNIQUE REFERENCES audit_entry (id),
  CHECK (octet_length(salt) >= 16),
  CHECK ((salt IS NULL) = (payload IS NULL) AND (payload IS NULL) = (erased_by IS NOT NULL))
);
COMMENT ON TABLE audit_payload IS 'Free text and names of an entry. techgate_eraser alone may null one, together with an entry that says who and on what basis.';
COMMENT ON COLUMN audit_payload.salt IS 'Random; without it an erased payload cannot be guessed from its digest.';
`;

/** Signed Merkle trees over everything that no earlier tree covers. */
export const AUDIT_CHECKPOINTS = `
CREATE TABLE signing_key (
  key_id text PRIMARY KEY CHECK (key_id ~ '^[0-9a-f]{64}$'),
  public_key text NOT NULL,
  first_used_at timestamptz(3) NOT NULL
);
COMMENT ON TABLE signing_key IS 'Public halves of the keys that signed checkpoints; key_id is the SHA-256 of the DER form.';

CREATE TABLE checkpoint (
  number integer PRIMARY KEY CHECK (number > 0),
  size integer NOT NULL CHECK (size >= 0),
  total_size bigint NOT NULL CHECK (total_size >= size),
  root text NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
  first_at timestamptz(3),
  last_at timestamptz(3),
  at timestamptz(3) NOT NULL,
  previous_checkpoint_hash text NOT NULL UNIQUE CHECK (previous_checkpoint_hash ~ '^[0-9a-f]{64}$'),
  key_id text NOT NULL REFERENCES signing_key (key_id),
  signature text NOT NULL
);
CREATE INDEX checkpoint_at ON checkpoint (at DESC);
COMMENT ON TABLE checkpoint IS 'Ed25519-signed RFC 6962 tree over the leaves of this number; each names the hash of the one before.';

CREATE TABLE access_batch (
  id uuid PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE access_batch IS 'At most one second of reads, written at once; its digest is one leaf of a checkpoint.';

CREATE TABLE checkpoint_leaf (
  checkpoint_number integer NOT NULL REFERENCES checkpoint (number) DEFERRABLE INITIALLY DEFERRED,
  position integer NOT NULL CHECK (position >= 0),
  entry_id uuid UNIQUE REFERENCES audit_entry (id),
  chain_id uuid,
  seq integer,
  access_batch_id uuid UNIQUE REFERENCES access_batch (id),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (checkpoint_number, position),
  CHECK (num_nonnulls(entry_id, access_batch_id) = 1),
  CHECK (num_nonnulls(entry_id, chain_id, seq) IN (0, 3))
);
CREATE INDEX checkpoint_leaf_chain ON checkpoint_leaf (chain_id, seq) WHERE chain_id IS NOT NULL;
COMMENT ON TABLE checkpoint_leaf IS 'What is covered, by identity and never by a range of ids: entries commit out of order.';
`;

/** Who read what; outside the chains, covered by the checkpoints. */
export const AUDIT_ACCESS = `
CREATE TABLE access_log (
  batch_id uuid NOT NULL REFERENCES access_batch (id),
  position integer NOT NULL CHECK (position >= 0),
  at timestamptz(3) NOT NULL,
  actor_id text NOT NULL,
  actor_role text NOT NULL,
  action text NOT NULL CHECK (action IN ('read', 'listed', 'searched', 'downloaded', 'exported')),
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  dossier_id uuid,
  PRIMARY KEY (batch_id, position)
);
CREATE INDEX access_log_dossier ON access_log (dossier_id, at) WHERE dossier_id IS NOT NULL;
CREATE INDEX access_log_actor ON access_log (actor_id, at);
COMMENT ON TABLE access_log IS 'Reads, batched for at most one second; downloads and exports are written before the first byte leaves.';
`;

/** The database's own refusals, also for the owner and for a superuser who did not switch them off. */
export const AUDIT_GUARDS = `
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: it only grows', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'insert_only';
END $$;

DO $$
DECLARE log text;
BEGIN
  FOREACH log IN ARRAY ARRAY['audit_entry', 'checkpoint', 'checkpoint_leaf', 'signing_key', 'access_batch', 'access_log'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()', log || '_insert_only', log);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', log, log || '_insert_only');
  END LOOP;
  FOREACH log IN ARRAY ARRAY['audit_payload', 'audit_chain_head'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()', log || '_kept', log);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', log, log || '_kept');
  END LOOP;
END $$;

CREATE FUNCTION audit_lock_chain(chain uuid) RETURNS TABLE (head_seq integer, head_hash text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_chain_head AS head (chain_id, seq, hash) VALUES (chain, 0, repeat('0', 64))
  ON CONFLICT (chain_id) DO UPDATE SET seq = head.seq
  RETURNING head.seq, head.hash
$$;
COMMENT ON FUNCTION audit_lock_chain IS 'Locks a chain until the end of the transaction, creating its head when it is new, and returns its last link.';

CREATE FUNCTION audit_extend_head() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE audit_chain_head SET seq = NEW.seq, hash = NEW.hash
   WHERE chain_id = NEW.chain_id AND seq = NEW.seq - 1 AND hash = NEW.prev_hash;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'entry % does not follow the head of chain %', NEW.seq, NEW.chain_id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_entry_follows_head';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entry_follows_head BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_extend_head();

CREATE FUNCTION audit_allow_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'techgate_eraser' OR NEW.entry_id <> OLD.entry_id OR OLD.payload IS NULL
     OR NEW.payload IS NOT NULL OR NEW.salt IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM audit_entry erasure JOIN audit_entry erased ON erased.id = OLD.entry_id
        WHERE erasure.id = NEW.erased_by AND erasure.chain_id = erased.chain_id AND erasure.seq > erased.seq
          AND erasure.action = 'payload.erased' AND erasure.outcome = 'done'
          AND erasure.facts ->> 'seq' = erased.seq::text AND coalesce(erasure.facts ->> 'basis', '') <> ''
     ) THEN
    RAISE EXCEPTION 'a payload is only erased by techgate_eraser, with an entry that names it and its basis'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_payload_lawful_erasure';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_payload_lawful_erasure BEFORE UPDATE ON audit_payload FOR EACH ROW EXECUTE FUNCTION audit_allow_erasure();
ALTER TABLE audit_payload ENABLE ALWAYS TRIGGER audit_payload_lawful_erasure;
`;

/** Nobody but the owner's own functions may move a head; nobody may change what is written. */
export const AUDIT_RIGHTS = `
REVOKE ALL ON FUNCTION audit_lock_chain(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_lock_chain(uuid) TO techgate_app, techgate_eraser;
GRANT SELECT ON audit_chain_head TO techgate_app, techgate_eraser;
GRANT SELECT, INSERT ON audit_entry, audit_payload TO techgate_app, techgate_eraser;
GRANT SELECT, INSERT ON signing_key, checkpoint, checkpoint_leaf, access_batch, access_log TO techgate_app;
GRANT UPDATE (salt, payload, erased_by) ON audit_payload TO techgate_eraser;
`;
