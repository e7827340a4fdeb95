import { type Client } from 'pg';
import { type DossierTable } from './dossier-tables.js';

/** The link of an entry to its head is looked at by `verify` after each filling, for all chains at once. */
const FOLLOWS_HEAD = 'ALTER TABLE audit_entry % TRIGGER audit_entry_follows_head';
const HEADS = `INSERT INTO audit_chain_head (chain_id, seq, hash)
  SELECT DISTINCT ON (e.chain_id) e.chain_id, e.seq, e.hash FROM audit_entry e
   WHERE NOT EXISTS (SELECT 1 FROM audit_chain_head h WHERE h.chain_id = e.chain_id) ORDER BY e.chain_id, e.seq DESC`;

interface Defined {
  table: string;
  name: string;
  definition: string;
}
const WAS_INTERRUPTED = `SELECT 1 FROM pg_trigger WHERE tgname = 'audit_entry_follows_head' AND tgenabled = 'D'`;
const INDEXES = `SELECT c.relname AS "table", i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
 WHERE c.relname = ANY ($1) AND NOT i.indisunique AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`;
const REFERENCES = `SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
 WHERE k.contype = 'f' AND c.relname = ANY ($1) AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`;

/** What is put back: with several connections at once. */
export type PutBack = (builders: readonly Client[]) => Promise<void>;

/**
 * Sets aside what is quicker looked at once for all rows than row by row: indexes that hold no constraint, references, and
 * the trigger that moves the head of a chain on. What is returned puts them back, and PostgreSQL checks every reference.
 */
export async function setAside(client: Client, tables: readonly DossierTable[]): Promise<PutBack> {
  if ((await client.query(WAS_INTERRUPTED)).rows.length > 0)
    throw new Error('an earlier filling was interrupted: run again without --reuse');
  const names = [tables.map(({ name }) => name)];
  const indexes = (await client.query<Defined>(INDEXES, names)).rows;
  const references = (await client.query<Defined>(REFERENCES, names)).rows;
  await client.query('BEGIN');
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (const { table, name } of references)
    await client.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
  await client.query(FOLLOWS_HEAD.replace('%', 'DISABLE'));
  await client.query('COMMIT');
  return (builders) => putBack(client, builders, { indexes, references });
}

async function putBack(
  client: Client,
  builders: readonly Client[],
  { indexes, references }: { indexes: Defined[]; references: Defined[] },
): Promise<void> {
  for (const builder of [client, ...builders]) await builder.query(ROOM);
  await client.query(HEADS);
  await client.query(FOLLOWS_HEAD.replace('%', 'ENABLE'));
  for (const { table, name, definition } of references)
    await client.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition} NOT VALID`);
  await eachByOne(builders, indexes, ({ definition }) => definition);
  const tables = Map.groupBy(references, ({ table }) => table);
  await eachByOne(builders, [...tables], ([table, all]) =>
    all.map(({ name }) => `ALTER TABLE "${table}" VALIDATE CONSTRAINT "${name}"`).join(';'),
  );
}
const ROOM = `SET maintenance_work_mem = '256MB'; SET work_mem = '128MB'; SET enable_hashjoin = on; SET enable_mergejoin = on`;

/** Each builder takes the next item as soon as it is done with its last. */
async function eachByOne<Item>(
  builders: readonly Client[],
  items: readonly Item[],
  statement: (item: Item) => string,
): Promise<void> {
  const left = [...items];
  const build = async (builder: Client): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await builder.query(statement(next));
  };
  await Promise.all(builders.map(build));
}
