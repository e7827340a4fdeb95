import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE live_event (
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz(3) NOT NULL,
  topic text NOT NULL CHECK (topic IN ('dossier', 'project', 'presence', 'notification', 'session')),
  subject_id uuid,
  kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)*$'),
  audience text NOT NULL CHECK (audience ~ '^(open|house|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  seq integer CHECK (seq > 0),
  PRIMARY KEY (xid, id),
  CHECK (topic IN ('notification', 'session') OR subject_id IS NOT NULL),
  CHECK (topic NOT IN ('notification', 'session') OR audience NOT IN ('open', 'house'))
);
CREATE INDEX live_event_at ON live_event USING brin (at) WITH (autosummarize = on);
COMMENT ON TABLE live_event IS 'What may have changed on somebody''s screen; ids and codes only, written with what it tells of, kept for a day (docs/adr/0027-live-events.md).';
COMMENT ON COLUMN live_event.xid IS 'The transaction that wrote it: rows commit out of order, a reader takes what its last snapshot did not see.';
COMMENT ON COLUMN live_event.audience IS 'open: whoever sees the subject; house: people of the house among them; an id: that person or that organisation.';
COMMENT ON COLUMN live_event.seq IS 'Of the entry of the log, on the chain of the subject. Told to nobody.';

CREATE FUNCTION live_event_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on live_event is refused: an event is never changed', TG_OP
    USING ERRCODE = 'restrict_violation', CONSTRAINT = 'live_event_unchanged';
END $$;
CREATE TRIGGER live_event_unchanged BEFORE UPDATE ON live_event FOR EACH STATEMENT EXECUTE FUNCTION live_event_refuse_change();

CREATE UNLOGGED TABLE dossier_presence (
  dossier_id uuid NOT NULL,
  user_id uuid NOT NULL,
  side text NOT NULL CHECK (side ~ '^(house|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  role text NOT NULL CHECK (role <> ''),
  activity text NOT NULL CHECK (activity IN ('looking', 'editing')),
  since timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL CHECK (expires_at > since),
  PRIMARY KEY (dossier_id, user_id)
);
COMMENT ON TABLE dossier_presence IS 'Who has a dossier open just now; no evidence, lost with a crash. Without references: a sign of life waits for nobody who changes the dossier.';
COMMENT ON COLUMN dossier_presence.side IS 'Who sees whom: the house, an organisation, or a person of neither.';

GRANT SELECT, INSERT, DELETE ON live_event TO techgate_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON dossier_presence TO techgate_app;
`;
const DOWN = `
DROP TABLE dossier_presence;
DROP TABLE live_event;
DROP FUNCTION live_event_refuse_change();
`;

/** What open screens are told, and who looks at what. */
export class CreateLiveEvents1764000001210 implements MigrationInterface {
  name = 'CreateLiveEvents1764000001210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
