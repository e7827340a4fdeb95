import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE FUNCTION recount_dossiers() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- An older snapshot would count what stood before the locks.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'recount_dossiers() needs a transaction that sees what was committed while it waited';
  END IF;
  LOCK TABLE dossier IN SHARE ROW EXCLUSIVE MODE;
  LOCK TABLE dossier_tally IN SHARE ROW EXCLUSIVE MODE;
  DELETE FROM dossier_tally;
  INSERT INTO dossier_tally SELECT authority_id, status, procedure_id, capital_origin, count(*) FROM dossier GROUP BY 1, 2, 3, 4;
END $$;
COMMENT ON FUNCTION recount_dossiers IS 'Counts all dossiers anew into the tally, while nobody changes one; for the owner of the schema.';
REVOKE ALL ON FUNCTION recount_dossiers() FROM PUBLIC;
SELECT recount_dossiers();
`;
const DOWN = 'DROP FUNCTION recount_dossiers();';

/**
 * The tally was first filled before its triggers were there: what came in between was never counted. Counts again under a
 * lock, and leaves a way to do so.
 */
export class RecountDossiers1764000001181 implements MigrationInterface {
  name = 'RecountDossiers1764000001181';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
