import { type Client } from 'pg';

/** A table with the columns that are entered and not computed. */
export interface Table {
  name: string;
  columns: string[];
}
/** Which migrations ran stands in the manifest, and is noted anew by running them. */
const NOTED_BY_MIGRATIONS = 'schema_migration';

/** Of the hour, and numbered by the transactions of this very database. */
const OF_THE_HOUR = 'live_event';

/**
 * The tables of the product, by name. The queues of jobs are not among them: recurring jobs come by themselves; nor is what
 * a crash loses anyhow, or what open screens are told.
 */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name,
            array(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
                     AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
        AND c.relname <> ALL ($1::text[]) ORDER BY c.relname`,
    [[NOTED_BY_MIGRATIONS, OF_THE_HOUR]],
  );
  return rows;
}

/** The names of the migrations that ran, in their order; none where there is no schema yet. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows: made } = await client.query<{ yes: boolean }>(
    `SELECT to_regclass('public.${NOTED_BY_MIGRATIONS}') IS NOT NULL AS yes`,
  );
  if (made[0]?.yes !== true) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM ${NOTED_BY_MIGRATIONS} ORDER BY timestamp, name`,
  );
  return rows.map(({ name }) => name);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const list = ({ name, columns }: Table) => `public.${quoted(name)} (${columns.map(quoted).join(', ')})`;
export const copyOutSql = (table: Table): string => `COPY ${list(table)} TO STDOUT`;
export const copyInSql = (table: Table): string => `COPY ${list(table)} FROM STDIN`;
