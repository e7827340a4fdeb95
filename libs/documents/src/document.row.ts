import { type Tx } from '#database';
import { Refusal } from '#kernel';
import { type DocumentKind } from './domain/document-kinds.js';
import { type StoredAmount } from './domain/dossier-room.rule.js';

export interface StoredDocument {
  id: string;
  dossierId: string;
  kind: DocumentKind;
  checklistItem: string | null;
  /** By content. */
  contentType: string;
  size: number;
  sha256: string;
  storageKey: string;
  /** Null once it was erased. */
  fileName: string | null;
  uploadedBy: string;
  uploadedAt: Date;
  revision: number;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

const COLUMNS = `id, dossier_id AS "dossierId", kind, checklist_item AS "checklistItem", content_type AS "contentType",
  size::float8 AS size, sha256, storage_key AS "storageKey", file_name AS "fileName", uploaded_by AS "uploadedBy",
  uploaded_at AS "uploadedAt", revision, withdrawn_at AS "withdrawnAt", withdrawn_reason AS "withdrawnReason"`;

/** One document, or null when there is none. */
export const findDocument = (tx: Tx, documentId: string): Promise<StoredDocument | null> =>
  tx.one<StoredDocument>(`SELECT ${COLUMNS} FROM document WHERE id = $1`, [documentId]);

/** One document. @throws Refusal `not_found` */
export async function documentOf(tx: Tx, documentId: string): Promise<StoredDocument> {
  const row = await findDocument(tx, documentId);
  if (!row) throw new Refusal('not_found');
  return row;
}

/** How much a dossier holds. */
export async function storedAmount(tx: Tx, dossierId: string): Promise<StoredAmount> {
  const sql = `SELECT count(*)::int AS documents, coalesce(sum(size), 0)::float8 AS bytes FROM document WHERE dossier_id = $1`;
  return (await tx.one<StoredAmount>(sql, [dossierId])) ?? { documents: 0, bytes: 0 };
}

/** All documents of a dossier, withdrawn ones too, oldest first. */
export const documentsOf = (tx: Tx, dossierId: string): Promise<StoredDocument[]> =>
  tx.query<StoredDocument>(`SELECT ${COLUMNS} FROM document WHERE dossier_id = $1 ORDER BY uploaded_at, id`, [
    dossierId,
  ]);
