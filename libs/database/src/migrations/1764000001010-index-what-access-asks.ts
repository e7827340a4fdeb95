import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The policy of access asks from both sides: what an organisation is the investor of, and who belongs to an organisation. */
const UP = `
CREATE INDEX dossier_investor ON dossier (investor_org_id, id) WHERE investor_org_id IS NOT NULL;
CREATE INDEX user_affiliation_organisation ON user_affiliation (organisation_id, user_id);
`;

export class IndexWhatAccessAsks1764000001010 implements MigrationInterface {
  name = 'IndexWhatAccessAsks1764000001010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX user_affiliation_organisation, dossier_investor');
  }
}
