import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE dossier_tally (
  authority_id uuid NOT NULL,
  status text NOT NULL,
  procedure_id text NOT NULL,
  capital_origin text,
  n integer NOT NULL CHECK (n <> 0)
);
COMMENT ON TABLE dossier_tally IS 'How many dossiers stand where: the sum of n. Written by a trigger as what changed, so that no two acts wait for one row, and folded now and then.';
CREATE INDEX dossier_tally_cell ON dossier_tally (authority_id, status, procedure_id);
GRANT SELECT ON dossier_tally TO techgate_app;
INSERT INTO dossier_tally SELECT authority_id, status, procedure_id, capital_origin, count(*) FROM dossier GROUP BY 1, 2, 3, 4;

CREATE FUNCTION tally_dossier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO dossier_tally VALUES (OLD.authority_id, OLD.status, OLD.procedure_id, OLD.capital_origin, -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO dossier_tally VALUES (NEW.authority_id, NEW.status, NEW.procedure_id, NEW.capital_origin, 1);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dossier_comes_or_goes AFTER INSERT OR DELETE ON dossier FOR EACH ROW EXECUTE FUNCTION tally_dossier();
CREATE TRIGGER dossier_stands_elsewhere AFTER UPDATE ON dossier FOR EACH ROW
  WHEN ((OLD.authority_id, OLD.status, OLD.procedure_id, OLD.capital_origin)
    IS DISTINCT FROM (NEW.authority_id, NEW.status, NEW.procedure_id, NEW.capital_origin))
  EXECUTE FUNCTION tally_dossier();

CREATE FUNCTION fold_dossier_tally() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH taken AS (DELETE FROM dossier_tally RETURNING authority_id, status, procedure_id, capital_origin, n)
  INSERT INTO dossier_tally
    SELECT authority_id, status, procedure_id, capital_origin, sum(n) FROM taken GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
$$;
COMMENT ON FUNCTION fold_dossier_tally IS 'Adds up what changed; whoever reads meanwhile sees the rows before or after it, never some of both.';
REVOKE ALL ON FUNCTION tally_dossier(), fold_dossier_tally() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fold_dossier_tally() TO techgate_app;
`;

const DOWN = `
DROP TRIGGER dossier_comes_or_goes ON dossier;
DROP TRIGGER dossier_stands_elsewhere ON dossier;
DROP FUNCTION fold_dossier_tally(), tally_dossier();
DROP TABLE dossier_tally;
`;

/** Exact counts of what an overseer sees without counting it each time. */
export class TallyDossiers1764000001020 implements MigrationInterface {
  name = 'TallyDossiers1764000001020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
