import { text } from 'node:stream/consumers';
import { CopyOut, withClient } from '../../../apps/cli/src/backup/copy-stream.js';
import { copyOutSql, tablesOf } from '../../../apps/cli/src/backup/tables.js';
import { type DatabaseConfig } from '#database';
import { runAs } from '../database.js';
import { type TableRows, type Tables } from './kept-rows.js';

/** Every row that a backup would hold. COPY writes a tab or an end of a line within a value as an escape. */
export async function readTables(owner: DatabaseConfig): Promise<Tables> {
  return withClient(owner, async (client) => {
    const tables = new Map<string, TableRows>();
    for (const table of await tablesOf(client)) {
      const lines = (await text(client.query(new CopyOut(copyOutSql(table))))).split('\n').slice(0, -1);
      tables.set(table.name, { columns: table.columns, rows: lines.map((line) => line.split('\t')) });
    }
    return tables;
  });
}

/** Names of the tables, those that no backup holds too, in which there is no row. */
export async function emptyTables(owner: DatabaseConfig): Promise<string[]> {
  const tables = await runAs(
    owner,
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const parts = tables.map(
    ({ name }) => `SELECT '${String(name)}' AS name WHERE NOT EXISTS (SELECT 1 FROM "${String(name)}")`,
  );
  return (await runAs(owner, `${parts.join(' UNION ALL ')} ORDER BY 1`)).map(({ name }) => String(name));
}
