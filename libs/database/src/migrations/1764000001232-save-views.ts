import { type MigrationInterface, type QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE saved_view (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  authority_id uuid NOT NULL REFERENCES authority,
  owner_id uuid NOT NULL REFERENCES app_user,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  query text NOT NULL CHECK (length(query) <= 6000),
  columns text[] NOT NULL CHECK (cardinality(columns) <= 50),
  shared boolean NOT NULL,
  position integer NOT NULL CHECK (position BETWEEN 0 AND 999),
  revision integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  CONSTRAINT saved_view_name UNIQUE (owner_id, name)
);
COMMENT ON TABLE saved_view IS 'A list under a name: filter, order and columns. Whoever opens it sees in it what they may see.';
COMMENT ON COLUMN saved_view.query IS 'Query string of the list, read by its grammar when it was kept; one that is shared holds no words to search for.';
COMMENT ON COLUMN saved_view.shared IS 'Shown to everybody of the house of the authority; only the owner changes it.';
CREATE INDEX saved_view_shared ON saved_view (authority_id) WHERE shared;
GRANT SELECT, INSERT, UPDATE (name, query, columns, shared, position, revision, updated_at), DELETE ON saved_view TO techgate_app;
`;

/** Saved and shared views of the worklist. */
export class SaveViews1764000001232 implements MigrationInterface {
  name = 'SaveViews1764000001232';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE saved_view');
  }
}
