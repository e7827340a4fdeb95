import { type ActingRole, appendAudit } from '#audit';
import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { documentOf, type StoredDocument } from './document.row.js';
import { type StoredFile } from './document-store.port.js';
import { type AcceptedFile } from './domain/accept-file.js';
import { type DocumentKind } from './domain/document-kinds.js';

export interface NewDocument {
  dossierId: string;
  kind: DocumentKind;
  checklistItem: string | null;
  file: AcceptedFile & StoredFile;
  actorRole: ActingRole;
}

/** Makes stored bytes a document of a dossier and logs their hash in its chain; the name goes into the payload only. */
export async function registerDocument(
  tx: Tx,
  { dossierId, kind, checklistItem, file, actorRole }: NewDocument,
): Promise<StoredDocument> {
  const row = await tx.one<{ id: string }>(
    `INSERT INTO document (dossier_id, kind, checklist_item, content_type, size, sha256, storage_key, file_name, uploaded_by, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [
      dossierId,
      kind,
      checklistItem,
      file.contentType,
      file.size,
      file.sha256,
      file.key,
      file.fileName,
      tx.actor.id,
      tx.at,
    ],
  );
  if (!row) throw new Error('an inserted document has an id');
  await appendAudit(tx, {
    chainId: dossierId,
    action: 'document.uploaded',
    subject: { kind: 'document', id: row.id },
    facts: { kind, checklistItem, contentType: file.contentType, size: file.size, sha256: file.sha256 },
    payload: { fileName: file.fileName },
    actorRole,
  });
  return documentOf(tx, row.id);
}

/**
 * Gives a dossier the same bytes that another one holds, as a document of its own that says where it came from. The
 * caller answers for who may have it.
 */
export async function copyDocument(
  tx: Tx,
  { document, dossierId, actorRole }: { document: StoredDocument; dossierId: string; actorRole: ActingRole },
): Promise<StoredDocument> {
  const { kind, contentType, size, sha256 } = document;
  const row = await tx.one<{ id: string }>(
    `INSERT INTO document (dossier_id, kind, content_type, size, sha256, storage_key, file_name, uploaded_by, uploaded_at)
     SELECT $2, kind, content_type, size, sha256, storage_key, file_name, $3, $4 FROM document WHERE id = $1 RETURNING id`,
    [document.id, dossierId, tx.actor.id, tx.at],
  );
  if (!row) throw new Refusal('not_found');
  await appendAudit(tx, {
    chainId: dossierId,
    action: 'document.copied',
    subject: { kind: 'document', id: row.id },
    facts: { kind, contentType, size, sha256, from: document.id, fromDossier: document.dossierId },
    payload: document.fileName === null ? undefined : { fileName: document.fileName },
    actorRole,
  });
  return documentOf(tx, row.id);
}

/**
 * Takes a document out of the dossier; row and bytes stay, since something may have been decided upon them.
 * @throws Refusal `not_found`, `document_withdrawn`, `stale_revision`
 */
export async function withdrawDocument(
  tx: Tx,
  change: { documentId: string; revision: number; reason: string; actorRole: ActingRole },
): Promise<StoredDocument> {
  const touched = await tx.affect(
    `UPDATE document SET withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5, revision = revision + 1
      WHERE id = $1 AND revision = $2 AND withdrawn_at IS NULL`,
    [change.documentId, change.revision, tx.at, tx.actor.id, change.reason],
  );
  const document = await documentOf(tx, change.documentId);
  if (touched === 0)
    throw new Refusal(document.withdrawnAt ? 'document_withdrawn' : 'stale_revision', {
      revision: document.revision,
    });
  await appendAudit(tx, {
    chainId: document.dossierId,
    action: 'document.withdrawn',
    subject: { kind: 'document', id: document.id },
    facts: { sha256: document.sha256 },
    payload: { reason: change.reason },
    actorRole: change.actorRole,
  });
  return document;
}
