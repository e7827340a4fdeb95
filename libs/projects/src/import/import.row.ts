import { type Tx } from '#database';
import { lastActAbout } from '#dossiers';
import { hasRole, Refusal } from '#kernel';
import { type ImportState, type ProjectImport } from './import.types.js';

const COLUMNS = `id, authority_id AS "authorityId", state, file_name AS "fileName", format, size, sha256, storage_key AS "storageKey",
  layout, settings, undecided, total, done, inserted, updated, skipped, faulty, tries, last_error AS "lastError",
  uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt", queued_at AS "queuedAt", started_at AS "startedAt", ended_at AS "endedAt",
  undone, revision`;

/**
 * An import that the actor may see: the own one, every one of the authority for heads and auditors. Rows are its
 * uploader's alone, since they may name investors with whom others are in conflict.
 * @throws Refusal `not_found`, the same for one that is not there and one that is not theirs to see
 */
export async function readImport(tx: Tx, id: string): Promise<ProjectImport> {
  const row = await tx.one<ProjectImport>(
    `SELECT ${COLUMNS} FROM project_import WHERE id = $1 AND authority_id = $2`,
    [id, tx.actor.authorityId],
  );
  const theirs = row?.uploadedBy === tx.actor.id || hasRole(tx.actor, 'head', 'auditor');
  if (!row || !theirs) throw new Refusal('not_found');
  return row;
}

/** The import whose rows the actor may see and decide on. @throws Refusal `not_found` */
export async function readOwnImport(tx: Tx, id: string): Promise<ProjectImport> {
  const row = await readImport(tx, id);
  if (row.uploadedBy !== tx.actor.id) throw new Refusal('not_found');
  return row;
}

/**
 * Locks an import and requires that it is in one of these states; whoever may not see it waits for no lock.
 * @throws Refusal `not_found`, `import_not_in_state`
 */
export async function lockImport(
  tx: Tx,
  id: string,
  states: readonly ImportState[],
  read: typeof readImport = readOwnImport,
): Promise<ProjectImport> {
  await read(tx, id);
  await tx.query('SELECT 1 FROM project_import WHERE id = $1 FOR UPDATE', [id]);
  const row = await read(tx, id);
  if (!states.includes(row.state))
    throw new Refusal('import_not_in_state', {
      state: row.state,
      allowed: states,
      ...(await lastActAbout(tx, { kind: 'project_import', id })),
    });
  return row;
}

export interface ImportPage {
  items: ProjectImport[];
  next: { uploadedAt: string; id: string } | null;
}

/** Imports that the actor may see, the newest first. */
export async function listImports(
  tx: Tx,
  limit: number,
  after: { uploadedAt: string; id: string } | null,
): Promise<ImportPage> {
  const rows = await tx.query<ProjectImport>(
    `SELECT ${COLUMNS} FROM project_import WHERE authority_id = $1 AND ($2 OR uploaded_by = $3)
       AND ($4::timestamptz IS NULL OR (uploaded_at, id) < ($4, $5::uuid))
     ORDER BY uploaded_at DESC, id DESC LIMIT $6`,
    [
      tx.actor.authorityId,
      hasRole(tx.actor, 'head', 'auditor'),
      tx.actor.id,
      after?.uploadedAt ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next =
    rows.length > limit && last ? { uploadedAt: last.uploadedAt.toISOString(), id: last.id } : null;
  return { items, next };
}

/** Imports of the same file in the authority that the actor may see, other than this one. */
export const sameFile = async (tx: Tx, { id, sha256 }: ProjectImport): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(
      `SELECT id FROM project_import WHERE authority_id = $1 AND sha256 = $2 AND id <> $3 AND ($4 OR uploaded_by = $5)
       ORDER BY uploaded_at DESC LIMIT 5`,
      [tx.actor.authorityId, sha256, id, hasRole(tx.actor, 'head', 'auditor'), tx.actor.id],
    )
  ).map((row) => row.id);
