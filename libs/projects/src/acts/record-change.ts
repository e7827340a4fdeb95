import { appendAudit, type AuditFacts } from '#audit';
import { type Tx } from '#database';
import { actingRoleOf } from '#dossiers';
import { type ProjectPatch, type ProjectRow, writeProject } from '../register/project.row.js';

/** What happened to a project. */
export interface ProjectChange {
  /** `changed`, `merged`, `match_confirmed` … */
  kind: string;
  /** Columns that change beside the revision. */
  patch?: ProjectPatch;
  /** Ids, codes, dates: the log and the history say them in clear. */
  facts: AuditFacts;
  /** Free text and values: the history shows them, the log keeps them apart. */
  detail?: Record<string, unknown>;
}

/**
 * Writes a change of a locked project with its row of history and its entry in the log, which has a chain for each
 * project. Returns the new row.
 */
export async function recordChange(tx: Tx, row: ProjectRow, change: ProjectChange): Promise<ProjectRow> {
  const { kind, patch = {}, facts, detail } = change;
  const written = await writeProject(tx, row, patch);
  await tx.query(
    `INSERT INTO project_event (project_id, seq, kind, facts, actor_id, actor_role, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, written.revision, kind, { ...facts, ...detail }, tx.actor.id, actingRoleOf(tx.actor), tx.at],
  );
  await logProject(tx, row.id, kind, { ...facts, revision: written.revision }, detail);
  return written;
}

/** An entry on the chain of a project. */
export async function logProject(
  tx: Tx,
  projectId: string,
  kind: string,
  facts: AuditFacts,
  payload?: unknown,
): Promise<void> {
  await appendAudit(tx, {
    chainId: projectId,
    actorRole: actingRoleOf(tx.actor),
    action: `project.${kind}`,
    subject: { kind: 'project', id: projectId },
    facts,
    payload,
  });
}
