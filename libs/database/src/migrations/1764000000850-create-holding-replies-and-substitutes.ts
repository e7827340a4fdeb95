import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Widens or narrows the kinds of letters by one word and leaves the others, whoever added them, as they are. */
async function changeKinds(runner: QueryRunner, change: (kinds: string[]) => string[]): Promise<void> {
  const [found] = (await runner.query(
    "SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = 'letter_kind_check' AND conrelid = 'letter'::regclass",
  )) as { text: string }[];
  const kinds = [...(found?.text ?? '').matchAll(/'([a-z_]+)'/g)].map(([, kind]) => kind ?? '');
  const words = change(kinds).map((kind) => `'${kind}'`);
  await runner.query(`ALTER TABLE letter DROP CONSTRAINT letter_kind_check;
    ALTER TABLE letter ADD CONSTRAINT letter_kind_check CHECK (kind IN (${words.join(', ')}))`);
}

const UP = `
CREATE UNIQUE INDEX letter_one_holding_draft ON letter (dossier_id) WHERE kind = 'holding_reply' AND status = 'draft';

CREATE TABLE holding_reply (
  letter_id uuid PRIMARY KEY REFERENCES letter,
  clock_id uuid NOT NULL REFERENCES clock
);
COMMENT ON TABLE holding_reply IS 'For which reply clock a letter is the holding reply; each clock gets at most one that is issued';
CREATE INDEX holding_reply_clock ON holding_reply (clock_id);
GRANT SELECT, INSERT, UPDATE (clock_id) ON holding_reply TO techgate_app;

CREATE FUNCTION holding_reply_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM holding_reply own JOIN holding_reply other ON other.clock_id = own.clock_id AND other.letter_id <> own.letter_id
               JOIN letter l ON l.id = other.letter_id AND l.status = 'issued'
              WHERE own.letter_id = NEW.id) THEN
    RAISE EXCEPTION 'a reply clock has one holding reply' USING ERRCODE = 'unique_violation', CONSTRAINT = 'holding_reply_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER holding_reply_once BEFORE UPDATE OF status ON letter FOR EACH ROW
  WHEN (NEW.kind = 'holding_reply' AND NEW.status = 'issued' AND OLD.status = 'draft') EXECUTE FUNCTION holding_reply_once();

CREATE TABLE substitute_authority (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  number int NOT NULL CHECK (number > 0),
  name text NOT NULL CHECK (length(btrim(name)) BETWEEN 2 AND 300),
  address text CHECK (length(address) BETWEEN 1 AND 500),
  legal_basis text NOT NULL CHECK (length(btrim(legal_basis)) BETWEEN 2 AND 500),
  verification text NOT NULL CHECK (verification IN ('text_read', 'secondary', 'inference', 'memory')),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz(3) NOT NULL,
  UNIQUE (authority_id, number)
);
COMMENT ON TABLE substitute_authority IS 'Who takes over a dossier when nobody of the authority is left to decide it; the newest number counts';
COMMENT ON COLUMN substitute_authority.legal_basis IS 'Why it is that authority; a convention of the house says so';
GRANT SELECT, INSERT ON substitute_authority TO techgate_app;
CREATE TRIGGER substitute_authority_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON substitute_authority
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE substitute_authority ENABLE ALWAYS TRIGGER substitute_authority_insert_only;
`;

const DOWN = `
DROP TABLE substitute_authority;
DROP TRIGGER holding_reply_once ON letter;
DROP FUNCTION holding_reply_once();
DROP TABLE holding_reply;
DROP INDEX letter_one_holding_draft;
`;

export class CreateHoldingRepliesAndSubstitutes1764000000850 implements MigrationInterface {
  name = 'CreateHoldingRepliesAndSubstitutes1764000000850';

  async up(runner: QueryRunner): Promise<void> {
    await changeKinds(runner, (kinds) => [...kinds, 'holding_reply']);
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
    await changeKinds(runner, (kinds) => kinds.filter((kind) => kind !== 'holding_reply'));
  }
}
