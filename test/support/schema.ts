import { runAs, type TestDatabase } from './database.js';

/** Everything that migrations make: columns, constraints, indexes, triggers, functions, views, sequences, types, grants and
 * comments. */
const PARTS: Record<string, string> = {
  columns: `SELECT concat_ws(' ', table_name, column_name, ordinal_position, data_type, is_nullable, column_default) AS line
              FROM information_schema.columns WHERE table_schema = 'public'`,
  constraints: `SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid), condeferrable, condeferred) AS line
              FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  indexes: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public'`,
  triggers: `SELECT concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) AS line FROM pg_trigger t WHERE NOT t.tgisinternal`,
  functions: `SELECT pg_get_functiondef(p.oid) || ' ' || coalesce(p.proacl::text, '') AS line FROM pg_proc p
              WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`,
  views: `SELECT concat_ws(' ', viewname, definition) AS line FROM pg_views WHERE schemaname = 'public'
            AND viewname NOT LIKE 'pg_%'`,
  sequences: `SELECT concat_ws(' ', sequencename, data_type, start_value, increment_by, max_value, cycle) AS line
                FROM pg_sequences WHERE schemaname = 'public'`,
  types: `SELECT concat_ws(' ', t.typname, t.typtype, format_type(t.typbasetype, t.typtypmod),
                   array(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder)) AS line FROM pg_type t
            WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('d', 'e')`,
  grants: `SELECT concat_ws(' ', c.relname, c.relkind, c.relacl::text) AS line FROM pg_class c
             WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S') AND c.relname NOT LIKE 'schema_migration%'`,
  comments: `SELECT concat_ws(' ', c.relname, d.objsubid, d.description) AS line FROM pg_description d
             JOIN pg_class c ON c.oid = d.objoid WHERE c.relnamespace = 'public'::regnamespace`,
};
/** The schema of a database in comparable lines; as a superuser. */
export async function schemaOf(database: TestDatabase['superuser']): Promise<Record<string, string[]>> {
  const entries: [string, string[]][] = [];
  for (const [part, sql] of Object.entries(PARTS)) {
    const rows = await runAs(database, sql);
    entries.push([
      part,
      rows
        .map(({ line }) => String(line))
        .filter((line) => !line.includes('schema_migration'))
        .sort(),
    ]);
  }
  return Object.fromEntries(entries);
}
