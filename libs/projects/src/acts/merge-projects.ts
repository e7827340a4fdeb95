import { type NewProject } from '#contracts';
import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { enterpriseCode } from '../domain/project-keys.js';
import { PARTICULARS, type ProjectRow } from '../register/project.row.js';
import { openProject } from './project-acts.js';
import { recordChange } from './record-change.js';

export interface MergeAnswer {
  /** The project that stays. */
  projectId: string;
  revision: number;
  mergedId: string;
  movedMatches: number;
  /** What only the duplicate knows; nothing is copied, a person decides. */
  leftBehind: (keyof NewProject)[];
}

/**
 * Merges a locked project, a duplicate, into the one that stays: it leaves every list and figure, and its matches move.
 * @throws Refusal `project_merge_impossible`: with itself, into one that is merged, one into which others were merged,
 * one of another investor, or one whose final decision or exemption would be lost; `not_found`
 */
export async function mergeProject(
  tx: Tx,
  duplicate: ProjectRow,
  intoId: string,
  reason: string,
): Promise<MergeAnswer> {
  if (intoId === duplicate.id) throw new Refusal('project_merge_impossible', { because: 'itself' });
  const into = await openProject(tx, intoId, true);
  await requireMergeable(tx, duplicate, into);
  const moved = await tx.query<{ id: string }>(
    `UPDATE project_match m SET project_id = $2, moved_from = $1 WHERE m.project_id = $1
        AND NOT EXISTS (SELECT 1 FROM project_match o WHERE o.project_id = $2 AND o.dossier_id = m.dossier_id) RETURNING m.id`,
    [duplicate.id, into.id],
  );
  await recordChange(tx, duplicate, {
    kind: 'merged',
    patch: { merged_into: into.id },
    facts: { into: into.id, matches: moved.length },
    detail: { reason },
  });
  const kept = await recordChange(tx, into, {
    kind: 'took_duplicate',
    facts: { duplicate: duplicate.id, matches: moved.length },
    detail: { reason },
  });
  const fields = Object.keys(PARTICULARS) as (keyof NewProject)[];
  return {
    projectId: into.id,
    revision: kept.revision,
    mergedId: duplicate.id,
    movedMatches: moved.length,
    leftBehind: fields.filter((field) => duplicate[field] !== null && into[field] === null),
  };
}

async function requireMergeable(tx: Tx, duplicate: ProjectRow, into: ProjectRow): Promise<void> {
  const refuse = (because: string): never => {
    throw new Refusal('project_merge_impossible', { because });
  };
  if (into.mergedInto !== null) refuse('target_is_merged');
  const found = await tx.one<{ children: boolean; exempt: boolean; clash: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM investment_project WHERE merged_into = $1) AS children,
       EXISTS (SELECT 1 FROM project_exemption WHERE project_id = $1 AND state IN ('proposed', 'confirmed')) AS exempt,
       EXISTS (SELECT 1 FROM project_match a JOIN project_match b ON b.dossier_id = a.dossier_id AND b.project_id = $2
         WHERE a.project_id = $1 AND a.state = 'confirmed') AS clash`,
    [duplicate.id, into.id],
  );
  if (found?.children) refuse('has_duplicates');
  if (found?.exempt) refuse('has_exemption');
  if (found?.clash) refuse('same_dossier_on_both');
  if (duplicate.decisionId !== null) refuse('has_final_decision');
  // Who may see a project depends on its investor: what is kept must name the same one.
  const enterprise = enterpriseCode(duplicate.investorTaxCode);
  if (enterprise !== null && enterprise !== enterpriseCode(into.investorTaxCode)) refuse('other_investor');
}

/** Undoes a merge: the project is in the register again, with the matches that it brought. @throws Refusal `project_not_merged` */
export async function unmergeProject(tx: Tx, duplicate: ProjectRow, reason: string): Promise<ProjectRow> {
  if (duplicate.mergedInto === null) throw new Refusal('project_not_merged');
  const into = await openProject(tx, duplicate.mergedInto, true);
  const back = await tx.query(
    `UPDATE project_match SET project_id = $1, moved_from = NULL WHERE project_id = $2 AND moved_from = $1 RETURNING id`,
    [duplicate.id, into.id],
  );
  const facts = { matches: back.length };
  await recordChange(tx, into, {
    kind: 'gave_duplicate_back',
    facts: { ...facts, duplicate: duplicate.id },
    detail: { reason },
  });
  return recordChange(tx, duplicate, {
    kind: 'unmerged',
    patch: { merged_into: null },
    facts: { ...facts, from: into.id },
    detail: { reason },
  });
}
