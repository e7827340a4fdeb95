import { type Client } from 'pg';
import { type DossierTable } from './dossier-tables.js';

/** Below this a table is quicker filled with its indexes. */
const WORTH_IT = 2000;

interface Index {
  name: string;
  definition: string;
}
const INDEXES = `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
 WHERE c.relname = ANY ($1) AND NOT i.indisunique AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;

/** Drops the indexes that hold no constraint; what is returned builds them again, several at once. */
export async function dropIndexes(
  client: Client,
  tables: readonly DossierTable[],
  more: number,
): Promise<(builders: readonly Client[]) => Promise<void>> {
  if (more < WORTH_IT) return () => Promise.resolve();
  const { rows } = await client.query<Index>(INDEXES, [tables.map(({ name }) => name)]);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return async (builders) => {
    const left = [...rows];
    const build = async (builder: Client): Promise<void> => {
      await builder.query(`SET maintenance_work_mem = '256MB'`);
      for (let next = left.pop(); next; next = left.pop()) await builder.query(next.definition);
    };
    await Promise.all(builders.map(build));
  };
}
