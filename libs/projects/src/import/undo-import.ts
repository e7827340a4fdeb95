import { type Tx } from '#database';
import { actingRoleOf } from '#dossiers';
import { Refusal } from '#kernel';
import { logImport } from './import-audit.js';
import { lockImport, readImport } from './import.row.js';
import { type ProjectImport } from './import.types.js';

const UNDOABLE = ['finished', 'cancelled', 'failed'] as const;

const WITHDRAW = `
  WITH untouched AS (
    SELECT p.id FROM investment_project p WHERE p.import_id = $1 AND p.revision = 1 AND p.merged_into IS NULL AND p.withdrawn_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM investment_project d WHERE d.merged_into = p.id)
       AND NOT EXISTS (SELECT 1 FROM project_match m WHERE m.project_id = p.id AND m.state = 'confirmed')
       AND NOT EXISTS (SELECT 1 FROM project_exemption e WHERE e.project_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM project_decision d WHERE d.project_id = p.id)
     ORDER BY p.id FOR UPDATE
  ), withdrawn AS (
    UPDATE investment_project p SET withdrawn_at = $2, revision = revision + 1, updated_by = $3, updated_at = $2
      FROM untouched u WHERE p.id = u.id RETURNING p.id, p.revision
  )
  INSERT INTO project_event (project_id, seq, kind, facts, actor_id, actor_role, at)
  SELECT id, revision, 'withdrawn', jsonb_build_object('importId', $1::uuid), $3, $4, $2 FROM withdrawn`;

/**
 * Takes back the projects that an import entered and that nobody has touched since; what it updated stays updated.
 * @throws Refusal `not_found`, `import_not_in_state`, `import_undo_nothing`
 */
export async function undoImport(tx: Tx, importId: string): Promise<ProjectImport> {
  const { inserted, sha256 } = await lockImport(tx, importId, UNDOABLE, readImport);
  const undone = await tx.affect(WITHDRAW, [importId, tx.at, tx.actor.id, actingRoleOf(tx.actor)]);
  if (undone === 0) throw new Refusal('import_undo_nothing', { inserted });
  await tx.query(
    `UPDATE project_import SET state = 'undone', undone = $2, revision = revision + 1 WHERE id = $1`,
    [importId, undone],
  );
  await logImport(tx, 'undone', importId, { sha256, inserted, undone });
  return readImport(tx, importId);
}
