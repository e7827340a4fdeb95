import { type NewProject } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf } from '#dossiers';
import { visibleProjectsSql } from '#identity';
import { investorNameKey, projectNameKey, projectSearchText } from '../domain/project-keys.js';
import { trimmed } from './insert-projects.js';
import { PARTICULARS } from './project.row.js';
import { projectsById } from './projects-by-id.js';

/** What a row of an import brings to a project that stands in the register. */
export interface ProjectUpdate {
  projectId: string;
  project: NewProject;
  importId: string;
  importRow: number;
}

const FIELDS = Object.keys(PARTICULARS) as (keyof NewProject)[];
const TYPES: Partial<Record<keyof NewProject, string>> = {
  capitalVnd: 'numeric',
  registeredOn: 'date',
  policyDecidedOn: 'date',
  certificateOn: 'date',
};

const UPDATE = `
  WITH incoming AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS row (id uuid, "nameKey" text, "investorKey" text, "searchText" text, facts jsonb,
      ${FIELDS.map((field) => `"${field}" ${TYPES[field] ?? 'text'}`).join(', ')})
  ), project AS (
    UPDATE investment_project p SET ${FIELDS.map((field) => `${PARTICULARS[field]} = i."${field}"`).join(', ')},
      name_key = i."nameKey", investor_key = i."investorKey", search_text = i."searchText",
      investor_org_id = (SELECT o.id FROM organisation o WHERE o.authority_id = $2 AND o.tax_code = i."investorTaxCode"),
      revision = p.revision + 1, updated_by = $3, updated_at = $4
      FROM incoming i WHERE p.id = i.id RETURNING p.id, p.revision, i.facts
  )
  INSERT INTO project_event (project_id, seq, kind, facts, actor_id, actor_role, at)
  SELECT id, revision, 'changed', facts, $3, $5, $4 FROM project`;

/**
 * Writes what rows of a list say into projects that the actor may see; what a row leaves open stays as it is. Each
 * project at most once a call. Returns the ids that were written: merged and withdrawn ones, and those that the actor
 * may not see any more, are left alone.
 */
export async function updateProjects(tx: Tx, updates: readonly ProjectUpdate[]): Promise<Set<string>> {
  const open = await visibleIds(
    tx,
    updates.map(({ projectId }) => projectId),
  );
  const standing = await projectsById(tx, [...open], true);
  const incoming = updates.flatMap((update) => {
    const project = standing.get(update.projectId);
    return project ? [changedRow(project, update)] : [];
  });
  if (incoming.length === 0) return new Set();
  await tx.query(UPDATE, [
    JSON.stringify(incoming),
    tx.actor.authorityId,
    tx.actor.id,
    tx.at,
    actingRoleOf(tx.actor),
  ]);
  return open;
}

async function visibleIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const visible = visibleProjectsSql(tx, 1, 'p');
  const rows = await tx.query<{ id: string }>(
    `SELECT p.id FROM investment_project p WHERE p.id = ANY ($1::uuid[]) AND p.merged_into IS NULL AND ${visible.sql}`,
    [ids, ...visible.values],
  );
  return new Set(rows.map(({ id }) => id));
}

function changedRow(standing: NewProject, { projectId, project, importId, importRow }: ProjectUpdate) {
  const given = trimmed(project);
  const changed = FIELDS.filter((field) => given[field] !== null && given[field] !== standing[field]);
  const merged = Object.fromEntries(
    FIELDS.map((field) => [field, given[field] ?? standing[field]]),
  ) as unknown as NewProject;
  return {
    ...merged,
    id: projectId,
    nameKey: projectNameKey(merged.name),
    investorKey: investorNameKey(merged.investorName),
    searchText: projectSearchText(merged),
    facts: {
      importId,
      importRow,
      fields: changed.join(','),
      changes: changed.map((field) => ({ field, from: standing[field], to: given[field] })),
    },
  };
}
