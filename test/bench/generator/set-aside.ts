import { type Client } from 'pg';
import { type DossierTable } from './dossier-tables.js';
import { eachByOne } from './each-by-one.js';

/** The link of an entry to its head is looked at by `verify` after each filling, for all chains at once. */
const FOLLOWS_HEAD = 'ALTER TABLE audit_entry % TRIGGER audit_entry_follows_head';
const HEADS = `INSERT INTO audit_chain_head (chain_id, seq, hash)
  SELECT DISTINCT ON (e.chain_id) e.chain_id, e.seq, e.hash FROM audit_entry e
   WHERE NOT EXISTS (SELECT 1 FROM audit_chain_head h WHERE h.chain_id = e.chain_id) ORDER BY e.chain_id, e.seq DESC`;

/** Tables that triggers and takers of heavy columns read row by row while copies come in: they keep their keys. */
const READ_MEANWHILE =
  /^(dossier|dossier_transition|clock|clock_movement|condition_event|facts_version|screening|letter|assignment|council.*|audit_chain_head)$/;

interface Defined {
  table: string;
  name: string;
  definition: string;
  comment: string | null;
}
interface Index extends Defined {
  /** What makes the index a key of its table again; null when it is none. */
  key: string | null;
}
interface Aside {
  indexes: Index[];
  references: Defined[];
}
const WAS_INTERRUPTED = `SELECT 1 FROM pg_trigger WHERE tgname = 'audit_entry_follows_head' AND tgenabled = 'D'`;
const INDEXES = `SELECT c.relname AS "table", x.relname AS name, pg_get_indexdef(x.oid) AS definition, quote_literal(obj_description(x.oid, 'pg_class')) AS comment,
       CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' WHEN 'u' THEN 'UNIQUE' END AS key
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
  LEFT JOIN pg_constraint k ON k.conindid = x.oid AND k.conrelid = c.oid AND k.contype IN ('p', 'u')
 WHERE c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace
   AND (NOT i.indisunique OR c.relname = ANY ($2) AND NOT coalesce(k.condeferrable, false))
 ORDER BY x.relname`;
const REFERENCES = `SELECT k.conrelid::regclass::text AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition, quote_literal(obj_description(k.oid, 'pg_constraint')) AS comment
  FROM pg_constraint k
 WHERE k.contype = 'f' AND (k.conrelid::regclass::text = ANY ($1) OR k.confrelid::regclass::text = ANY ($1)) AND k.connamespace = 'public'::regnamespace
 ORDER BY 1, 2`;

/** What is put back: with several connections at once. */
export type PutBack = (builders: readonly Client[]) => Promise<void>;

/** @throws when an earlier filling did not live to put everything back: keys and indexes are missing */
export async function nothingIsAside(client: Client): Promise<void> {
  if ((await client.query(WAS_INTERRUPTED)).rows.length > 0)
    throw new Error('an earlier filling was interrupted: run again without --reuse');
}

/**
 * Sets aside what is quicker looked at once for all rows than row by row: references, indexes and keys that nothing reads
 * meanwhile, and the trigger that moves the head of a chain on. What is returned puts them back, and PostgreSQL checks every
 * key and every reference.
 */
export async function setAside(client: Client, tables: readonly DossierTable[]): Promise<PutBack> {
  const names = tables.map(({ name }) => name);
  const unread = names.filter((name) => !READ_MEANWHILE.test(name));
  const indexes = (await client.query<Index>(INDEXES, [names, unread])).rows;
  const references = (await client.query<Defined>(REFERENCES, [names])).rows;
  await client.query('BEGIN');
  for (const { table, name } of references)
    await client.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
  for (const { table, name, key } of indexes)
    await client.query(
      key === null ? `DROP INDEX "${name}"` : `ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`,
    );
  await client.query(FOLLOWS_HEAD.replace('%', 'DISABLE'));
  await client.query('COMMIT');
  return (builders) => putBack(builders, { indexes, references });
}

async function putBack(builders: readonly Client[], { indexes, references }: Aside): Promise<void> {
  const [first] = builders;
  if (!first) throw new Error('nobody is there to put things back');
  for (const builder of builders) await builder.query(ROOM);
  await eachByOne(builders, [...(await bySize(first, indexes)), HEADS]);
  for (const { table, name, key, comment } of indexes) {
    if (key !== null)
      await first.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${key} USING INDEX "${name}"`);
    if (comment !== null) await first.query(`COMMENT ON INDEX "${name}" IS ${comment}`);
  }
  for (const { table, name, definition, comment } of references) {
    await first.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition} NOT VALID`);
    if (comment !== null) await first.query(`COMMENT ON CONSTRAINT "${name}" ON "${table}" IS ${comment}`);
  }
  await eachByOne(builders, validations(references));
  // Last, since it tells the next filling that nothing is left aside.
  await first.query(FOLLOWS_HEAD.replace('%', 'ENABLE'));
}
const ROOM = `SET maintenance_work_mem = '256MB'; SET work_mem = '128MB'; SET enable_hashjoin = on; SET enable_mergejoin = on`;

/** What builds the indexes, those of the smallest table first. */
async function bySize(client: Client, indexes: readonly Index[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT relname AS "table" FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY pg_table_size(oid)`,
  );
  const rank = new Map(rows.map(({ table }, at) => [table, at]));
  const ordered = [...indexes].sort((a, b) => (rank.get(a.table) ?? 0) - (rank.get(b.table) ?? 0));
  return ordered.map(({ definition }) => definition);
}

/** One statement for each table: two validations of one table would wait for each other. */
const validations = (references: readonly Defined[]): string[] =>
  [...Map.groupBy(references, ({ table }) => table)].map(([table, all]) =>
    all.map(({ name }) => `ALTER TABLE "${table}" VALIDATE CONSTRAINT "${name}"`).join(';'),
  );
