import { runAs, type TestDatabase } from './database.js';

/** Schemas of the product: PostgreSQL's own, and that of the jobs, which makes itself, are not among them. */
const OURS = `NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'pgboss') AND nspname NOT LIKE 'pg_temp%' AND nspname NOT LIKE 'pg_toast_temp%'`;
const inOurs = (column: string) =>
  `JOIN pg_namespace n ON n.oid = ${column} AND n.nspname ${OURS.replaceAll('nspname NOT', 'n.nspname NOT')}`;
const notOfExtension = (catalogue: string, oid: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;
const sortedAcl = (acl: string) => `array(SELECT item::text FROM unnest(${acl}) item ORDER BY 1)`;

/** Everything that migrations make, each thing as one line. */
const PARTS: Record<string, string> = {
  schemas: `SELECT concat_ws(' ', n.nspname, pg_get_userbyid(n.nspowner), ${sortedAcl('n.nspacl')}) AS line FROM pg_namespace n
              WHERE n.nspname ${OURS}`,
  defaults: `SELECT concat_ws(' ', pg_get_userbyid(defaclrole), defaclnamespace::regnamespace, defaclobjtype, ${sortedAcl('defaclacl')}) AS line
               FROM pg_default_acl`,
  relations: `SELECT concat_ws(' ', n.nspname, c.relname, c.relkind, c.relpersistence, pg_get_userbyid(c.relowner), ${sortedAcl('c.relacl')}, c.reloptions,
                       'rls', c.relrowsecurity, c.relforcerowsecurity, c.relreplident, pg_get_partkeydef(c.oid)) AS line
                FROM pg_class c ${inOurs('c.relnamespace')} WHERE c.relkind NOT IN ('t', 'i', 'I') AND ${notOfExtension('pg_class', 'c.oid')}`,
  columns: `SELECT concat_ws(' ', n.nspname, c.relname, a.attname, (SELECT count(*) FROM pg_attribute b WHERE b.attrelid = a.attrelid AND b.attnum > 0 AND NOT b.attisdropped AND b.attnum <= a.attnum),
                     format_type(a.atttypid, a.atttypmod), (SELECT collname FROM pg_collation WHERE oid = a.attcollation), a.attnotnull, a.attidentity, a.attgenerated,
                     pg_get_expr(d.adbin, d.adrelid), ${sortedAcl('a.attacl')}, a.attstorage, a.attstattarget) AS line
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid ${inOurs('c.relnamespace')}
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p', 'f', 'c')`,
  constraints: `SELECT concat_ws(' ', n.nspname, conrelid::regclass, conname, pg_get_constraintdef(o.oid), condeferrable, condeferred, convalidated) AS line
                  FROM pg_constraint o ${inOurs('o.connamespace')}`,
  indexes: `SELECT concat_ws(' ', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered) AS line
              FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid ${inOurs('c.relnamespace')}`,
  statistics: `SELECT pg_get_statisticsobjdef(s.oid) AS line FROM pg_statistic_ext s ${inOurs('s.stxnamespace')}`,
  triggers: `SELECT concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) AS line FROM pg_trigger t WHERE NOT t.tgisinternal`,
  rules: `SELECT concat_ws(' ', schemaname, definition) AS line FROM pg_rules n WHERE schemaname NOT IN ('pg_catalog', 'pgboss')`,
  policies: `SELECT concat_ws(' ', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check) AS line FROM pg_policies`,
  routines: `SELECT concat_ws(' ', CASE WHEN p.prokind = 'a' THEN concat_ws(' ', 'aggregate', p.oid::regprocedure, g.aggtransfn, g.aggfinalfn, g.agginitval) ELSE pg_get_functiondef(p.oid) END,
                      pg_get_userbyid(p.proowner), ${sortedAcl('p.proacl')}) AS line
               FROM pg_proc p ${inOurs('p.pronamespace')} LEFT JOIN pg_aggregate g ON g.aggfnoid = p.oid WHERE ${notOfExtension('pg_proc', 'p.oid')}`,
  views: `SELECT concat_ws(' ', n.nspname, c.relname, pg_get_viewdef(c.oid)) AS line FROM pg_class c ${inOurs('c.relnamespace')}
            WHERE c.relkind IN ('v', 'm') AND ${notOfExtension('pg_class', 'c.oid')}`,
  sequences: `SELECT concat_ws(' ', n.nspname, c.relname, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle) AS line
                FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid ${inOurs('c.relnamespace')}`,
  types: `SELECT concat_ws(' ', n.nspname, t.typname, t.typtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault, ${sortedAcl('t.typacl')},
                   array(SELECT enumlabel FROM pg_enum WHERE enumtypid = t.oid ORDER BY enumsortorder)) AS line
            FROM pg_type t ${inOurs('t.typnamespace')} WHERE t.typtype IN ('d', 'e', 'r')`,
  extensions: `SELECT concat_ws(' ', extname, extversion, extnamespace::regnamespace) AS line FROM pg_extension`,
  comments: `SELECT concat_ws(' ', a.type, a.identity, d.description) AS line FROM pg_description d
               CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) a
              WHERE a.schema ${OURS.replaceAll('nspname', 'a.schema')} AND d.objoid >= 16384
                AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = d.classoid AND x.objid = d.objoid AND x.deptype = 'e')`,
};

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** The schema of a database in comparable lines; as a superuser. */
export const schemaOf = (database: TestDatabase['superuser']): Promise<Record<string, string[]>> =>
  schemaSeen((sql) => runAs(database, sql));

/** The schema as one connection sees it, within its transaction too. */
export async function schemaSeen(ask: Ask): Promise<Record<string, string[]>> {
  const entries: [string, string[]][] = [];
  for (const [part, sql] of Object.entries(PARTS)) {
    const rows = await ask(sql);
    const lines = rows.map(({ line }) => String(line)).filter((line) => !line.includes('schema_migration'));
    entries.push([part, lines.sort()]);
  }
  return Object.fromEntries(entries);
}
