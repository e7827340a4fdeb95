import { type Tx } from '#database';
import { digestOf, Refusal } from '#kernel';
import { logImport } from './import-audit.js';
import { lockImport, readImport, readOwnImport } from './import.row.js';
import { type ProjectImport, type Undecided } from './import.types.js';
import { countRows, type RowCounts } from './import-rows.store.js';

const STARTABLE = ['previewed', 'cancelled', 'failed'] as const;
const STOPPABLE = ['queued', 'running'] as const;

/**
 * Puts a list into the queue of the worker; one that was cancelled or failed goes on where it stopped.
 * @throws Refusal `not_found`, `import_not_in_state`, `import_duplicates_undecided`, `import_nothing_to_run`
 */
export async function startImport(tx: Tx, importId: string, undecided: Undecided): Promise<ProjectImport> {
  const row = await lockImport(tx, importId, STARTABLE);
  const counts = await countRows(tx, importId);
  requireDecided(counts, undecided);
  if (counts.kinds.faulty + counts.kinds.unchanged === row.total) throw new Refusal('import_nothing_to_run');
  await tx.query(
    `UPDATE project_import SET state = 'queued', undecided = $2, queued_at = $3, ended_at = NULL, tries = 0, last_error = NULL,
       revision = revision + 1 WHERE id = $1`,
    [importId, JSON.stringify(undecided), tx.at],
  );
  const { sha256, settings } = row;
  await logImport(
    tx,
    'started',
    importId,
    { sha256, settingsDigest: digestOf(settings), ...counts.kinds },
    { settings, undecided },
  );
  return readOwnImport(tx, importId);
}

function requireDecided(
  { undecidedInFile, undecidedInRegister }: RowCounts,
  { inFile, inRegister }: Undecided,
): void {
  const open = {
    inFile: inFile === null ? undecidedInFile : 0,
    inRegister: inRegister === null ? undecidedInRegister : 0,
  };
  if (open.inFile + open.inRegister > 0) throw new Refusal('import_duplicates_undecided', open);
}

/** Stops a list that waits or runs; what was brought in stays. @throws Refusal `not_found`, `import_not_in_state` */
export async function cancelImport(tx: Tx, importId: string): Promise<ProjectImport> {
  const { done } = await lockImport(tx, importId, STOPPABLE, readImport);
  await tx.query(
    `UPDATE project_import SET state = 'cancelled', ended_at = $2, revision = revision + 1 WHERE id = $1`,
    [importId, tx.at],
  );
  await logImport(tx, 'cancelled', importId, { done });
  return readImport(tx, importId);
}
