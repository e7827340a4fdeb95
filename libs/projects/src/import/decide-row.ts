import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { lockImport } from './import.row.js';
import { type RowDecision, type StoredImportRow } from './import.types.js';
import { readRow, visibleDuplicates } from './import-rows.store.js';

/** What is to be done with a duplicate; `projectId` names the project to update, the likest one when absent. */
export interface DecisionRequest {
  importId: string;
  number: number;
  decision: RowDecision;
  projectId: string | null;
}

/**
 * Decides on one duplicate. @throws Refusal `not_found`, `import_not_in_state`, `import_decision_not_possible` (no
 * duplicate, or nothing that the actor may see and update)
 */
export async function decideRow(
  tx: Tx,
  { importId, number, decision, projectId }: DecisionRequest,
): Promise<StoredImportRow> {
  await lockImport(tx, importId, ['previewed']);
  const row = await readRow(tx, importId, number);
  if (row.kind !== 'duplicate_in_file' && row.kind !== 'duplicate_of_register')
    throw new Refusal('import_decision_not_possible', { kind: row.kind });
  const target = decision === 'update_existing' ? await requireTarget(tx, row, projectId) : null;
  await tx.query(
    'UPDATE project_import_row SET decision = $3, target_id = $4 WHERE import_id = $1 AND number = $2',
    [importId, number, decision, target],
  );
  return readRow(tx, importId, number);
}

async function requireTarget(tx: Tx, row: StoredImportRow, projectId: string | null): Promise<string> {
  const visible = await visibleDuplicates(tx, [row]);
  const possible = row.duplicates.map((duplicate) => duplicate.projectId).filter((id) => visible.has(id));
  const target = projectId ?? possible[0];
  if (row.kind !== 'duplicate_of_register' || target === undefined || !possible.includes(target))
    throw new Refusal('import_decision_not_possible', { kind: row.kind });
  return target;
}
