import { type NewProject } from '#contracts';
import { type Tx } from '#database';
import { PARTICULARS } from './project.row.js';

const AS_ENTERED = (Object.entries(PARTICULARS) as [keyof NewProject, string][])
  .map(([field, column]) =>
    field === 'capitalVnd' ? `${column}::float8 AS "${field}"` : `${column} AS "${field}"`,
  )
  .join(', ');

/** What stands in the register under these ids; access is the caller's to have checked. `lock` keeps them as they are. */
export async function projectsById(
  tx: Tx,
  ids: readonly string[],
  lock = false,
): Promise<Map<string, NewProject>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<NewProject & { id: string }>(
    `SELECT id, ${AS_ENTERED} FROM investment_project WHERE id = ANY ($1::uuid[]) ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
    [ids],
  );
  return new Map(rows.map(({ id, ...project }) => [id, project]));
}
