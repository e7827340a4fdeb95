import { type Readable } from 'node:stream';
import { type Client, DatabaseError } from 'pg';
import { BackupFault } from './backup-fault.js';
import { CopyIn } from './copy-stream.js';
import { type TablePart } from './manifest.js';
import { unpackedPart } from './parts.js';
import { copyInSql, tablesOf } from './tables.js';

interface Suspended {
  suspend: string;
  resume: string;
}

/**
 * Triggers would do again what the rows already tell, and foreign keys want an order that circles do not have. Both are
 * put aside for the transaction; adding a foreign key again checks every row.
 */
const SUSPENDED = `
SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS suspend,
       format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
              CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) AS resume
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
 WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace
UNION ALL
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;

/**
 * Loads the tables of a backup into the empty tables of a schema of the same migrations, in one transaction: all rows
 * or none. @throws BackupFault `part_damaged`, `load_refused`
 */
export async function loadTables(client: Client, backup: string, parts: readonly TablePart[]): Promise<void> {
  await client.query('BEGIN');
  const own = (await tablesOf(client)).map(({ name }) => name);
  const saved = new Set(parts.map(({ table }) => table));
  const lacking = own.filter((name) => !saved.has(name));
  if (lacking.length > 0) throw new BackupFault('part_missing', lacking.join(', '));
  const { rows: suspended } = await client.query<Suspended>(SUSPENDED);
  for (const { suspend } of suspended) await client.query(suspend);
  for (const part of parts) await loadTable(client, backup, part);
  for (const { resume } of suspended) await client.query(resume).catch(refused);
  await client.query('COMMIT');
  await client.query('ANALYZE');
}

async function loadTable(client: Client, backup: string, part: TablePart): Promise<void> {
  const source = unpackedPart(backup, part.file);
  const rows = await client
    .query(new CopyIn(copyInSql({ name: part.table, columns: part.columns }), source))
    .done.catch((error: unknown) => {
      if (isPacking(error)) throw new BackupFault('part_damaged', part.file, error);
      return refused(error);
    })
    .finally(() => endOf(source));
  if (rows !== part.rows) throw new BackupFault('part_damaged', part.file);
}

const endOf = (source: Readable) => source.destroy();
const isPacking = (error: unknown): boolean =>
  String((error as { code?: unknown } | null)?.code).startsWith('Z_');

function refused(error: unknown): never {
  if (error instanceof DatabaseError)
    throw new BackupFault(
      'load_refused',
      `${error.table ?? 'A row'} (${error.constraint ?? error.code ?? ''})`,
      error,
    );
  throw error;
}
