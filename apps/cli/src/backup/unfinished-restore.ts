import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client } from 'pg';
import { type DatabaseConfig } from '#database';
import { BackupFault, onTarget } from './backup-fault.js';
import { withClient } from './copy-stream.js';

/** Where a backup is restored to: an empty database and empty folders. */
export interface RestoreTarget {
  owner: DatabaseConfig;
  storageFolder: string;
  keyFolder: string;
}

/** Stands in a database (as a schema) and in folders (as a file) for as long as their restore has not come to its end. */
const MARK = 'restore_incomplete';
const foldersOf = ({ storageFolder, keyFolder }: RestoreTarget) => [storageFolder, keyFolder];

/** All that a restore makes in the schema `public`, gathered before the first of it goes; extensions stay, and what numbers a column goes with it. */
const DROP_ALL = `
DO $$
DECLARE
  statements text[];
  statement text;
BEGIN
  SELECT array_agg(line) INTO statements FROM (
    SELECT format('DROP %s IF EXISTS public.%I CASCADE', CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, relname) AS line
      FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S') AND pg_get_userbyid(relowner) = current_user
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('e', 'i'))
    UNION ALL
    SELECT format('DROP FUNCTION IF EXISTS public.%I(%s) CASCADE', proname, pg_get_function_identity_arguments(p.oid))
      FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) = current_user
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')) made;
  FOREACH statement IN ARRAY coalesce(statements, '{}') LOOP EXECUTE statement; END LOOP;
END $$`;

/**
 * Makes sure that the target is empty, and marks it. What a restore left that was killed, or that failed while nobody could
 * clear up after it, is cleared away now. @throws BackupFault `database_not_empty`, `folder_not_empty`
 */
export async function beginRestore(target: RestoreTarget): Promise<void> {
  await withClient(target.owner, async (client) => {
    if (await isMarked(client)) await client.query(DROP_ALL);
    if (await holdsTables(client)) throw new BackupFault('database_not_empty', target.owner.database);
    for (const folder of foldersOf(target)) await assertFree(folder);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${MARK}`);
  });
  for (const folder of foldersOf(target))
    await onTarget(folder, async () => {
      await emptied(folder);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, MARK), '');
    });
}

/** Takes the marks away: the restore is whole. */
export async function endRestore(target: RestoreTarget): Promise<void> {
  await withClient(target.owner, (client) => client.query(`DROP SCHEMA ${MARK}`));
  for (const folder of foldersOf(target)) await rm(join(folder, MARK), { force: true });
}

/** Makes a marked target as empty as it was before. */
export async function undoRestore(target: RestoreTarget): Promise<void> {
  for (const folder of foldersOf(target)) await emptied(folder);
  await withClient(target.owner, async (client) => {
    if (!(await isMarked(client))) return;
    await client.query(DROP_ALL);
    await client.query(`DROP SCHEMA ${MARK}`);
  });
}

const isMarked = async (client: Client): Promise<boolean> =>
  (await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = '${MARK}'`)).rows.length > 0;

const holdsTables = async (client: Client): Promise<boolean> =>
  (
    await client.query(
      `SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v') LIMIT 1`,
    )
  ).rows.length > 0;

async function assertFree(folder: string): Promise<void> {
  const names = await namesIn(folder);
  if (names.length > 0 && !names.includes(MARK)) throw new BackupFault('folder_not_empty', folder);
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** The mark goes last: what was begun and not ended keeps it. */
async function emptied(folder: string): Promise<void> {
  const names = await namesIn(folder);
  for (const name of names.filter((one) => one !== MARK))
    await rm(join(folder, name), { recursive: true, force: true });
  await rm(join(folder, MARK), { force: true });
}
