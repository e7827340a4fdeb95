import { runAs, type TestDatabase } from './database.js';

/** Tables that tell about requests, not about what they did. */
const NOT_COUNTED = ['access_log', 'access_batch', 'sign_in_throttle', 'refresh_family', 'refresh_token'];

/** How many rows each table holds, and every numbering counter: two equal answers mean that nothing was written. */
export async function tableCounts({ superuser }: TestDatabase): Promise<Record<string, number>> {
  const tables = await runAs(
    superuser,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND NOT tablename = ANY($1) ORDER BY 1`,
    [NOT_COUNTED],
  );
  const parts = tables.map(
    ({ name }) => `SELECT '${String(name)}' AS name, count(*)::int AS n FROM "${String(name)}"`,
  );
  const counters = `SELECT 'counter ' || scope || ' ' || year, next::int FROM number_counter`;
  const sums = `SELECT 'revisions', coalesce(sum(revision), 0)::int FROM dossier`;
  const rows = await runAs(superuser, [...parts, counters, sums].join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, n }) => [String(name), Number(n)]));
}
