import { type NewProject } from '#contracts';
import { type Tx } from '#database';
import { actingRoleOf } from '#dossiers';
import { appendAudit } from '#audit';
import { civilDateOf, Refusal } from '#kernel';
import { projectFaults } from '../domain/project-faults.js';
import { investorNameKey, projectNameKey, projectSearchText } from '../domain/project-keys.js';
import { findDuplicates } from '../register/find-duplicates.js';
import { insertProjects, trimmed } from '../register/insert-projects.js';
import { PARTICULARS, particularsOf, type ProjectPatch, type ProjectRow } from '../register/project.row.js';
import { recordChange } from './record-change.js';

/**
 * Enters one project, unless it looks like one that the actor sees in the register and nobody said that it is another.
 * @throws Refusal `project_invalid`, `project_looks_like_another`
 */
export async function enterProject(
  tx: Tx,
  draft: NewProject,
  source: 'manual' | 'dossier',
  isAnother: boolean,
): Promise<string> {
  requireValid(tx, draft);
  const register = isAnother ? [] : await findDuplicates(tx, [draft]);
  if (register.length > 0)
    throw new Refusal('project_looks_like_another', {
      candidates: register.slice(0, 5).map(({ index: _index, ...candidate }) => candidate),
    });
  const [made] = await insertProjects(tx, [draft], { source });
  if (!made) throw new Error('a project that was inserted has an id');
  await appendAudit(tx, {
    chainId: made.id,
    actorRole: actingRoleOf(tx.actor),
    action: 'project.entered',
    subject: { kind: 'project', id: made.id },
    facts: { source, isAnother, revision: 1 },
    payload: draft,
  });
  return made.id;
}

/** @throws Refusal `project_invalid` naming each field */
function requireValid(tx: Tx, project: NewProject): void {
  const errors = projectFaults(project, civilDateOf(tx.at));
  if (errors.length > 0) throw new Refusal('project_invalid', { errors });
}

/**
 * Corrects what is known of a locked project; the history keeps what it was before. Nothing new changes nothing.
 * @throws Refusal `project_invalid`
 */
export async function changeProject(
  tx: Tx,
  row: ProjectRow,
  changes: Partial<NewProject>,
): Promise<ProjectRow> {
  const before = particularsOf(row);
  const after = trimmed({ ...before, ...changes });
  requireValid(tx, after);
  const changed = (Object.keys(PARTICULARS) as (keyof NewProject)[]).filter(
    (field) => before[field] !== after[field],
  );
  if (changed.length === 0) return row;
  return recordChange(tx, row, {
    kind: 'changed',
    patch: { ...patchOf(after, changed), ...(await organisationOf(tx, after)) },
    facts: { fields: changed.join(',') },
    detail: { changes: changed.map((field) => ({ field, from: before[field], to: after[field] })) },
  });
}

const patchOf = (after: NewProject, changed: (keyof NewProject)[]): ProjectPatch => ({
  ...Object.fromEntries(changed.map((field) => [PARTICULARS[field], after[field]])),
  name_key: projectNameKey(after.name),
  investor_key: investorNameKey(after.investorName),
  search_text: projectSearchText(after),
});

async function organisationOf(tx: Tx, { investorTaxCode }: NewProject): Promise<ProjectPatch> {
  const found = await tx.one<{ id: string }>(
    'SELECT id FROM organisation WHERE authority_id = $1 AND tax_code = $2',
    [tx.actor.authorityId, investorTaxCode],
  );
  return { investor_org_id: found?.id ?? null };
}
