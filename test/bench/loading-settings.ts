import { type Client } from 'pg';

/** Room for millions of rows, and nothing that would look at them while they come in; what is written is flushed as ever. */
const LOADING = [
  ['max_wal_size', "'32GB'"],
  ['checkpoint_timeout', "'1h'"],
  ['full_page_writes', 'off'],
  ['wal_init_zero', 'off'],
  ['wal_level', 'minimal'],
  ['max_wal_senders', '0'],
  ['shared_buffers', "'1GB'"],
  ['autovacuum', 'off'],
] as const;

/** Sets a server for loading very many rows, from its next start on. */
export const FOR_LOADING: readonly string[] = LOADING.map(
  ([name, value]) => `ALTER SYSTEM SET ${name} = ${value}`,
);
/** Sets it as `npm start` has it, from its next start on. */
export const AS_STARTED: readonly string[] = [
  'CHECKPOINT',
  ...LOADING.map(([name]) => `ALTER SYSTEM RESET ${name}`),
];

/** Whether a server is set for loading: one whose bench was killed while it filled still is. */
export async function isForLoading(superuser: Client): Promise<boolean> {
  const { rowCount } = await superuser.query(
    `SELECT 1 FROM pg_file_settings WHERE sourcefile LIKE '%/postgresql.auto.conf' AND name = ANY ($1)`,
    [LOADING.map(([name]) => name)],
  );
  return (rowCount ?? 0) > 0;
}
