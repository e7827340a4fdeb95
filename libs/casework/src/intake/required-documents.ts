import { type Tx } from '#database';
import { Refusal } from '#kernel';

/** Documents that somebody names must be of this dossier and not taken back. @throws Refusal `unknown_document` */
export async function requireDocuments(tx: Tx, dossierId: string, named: readonly string[]): Promise<void> {
  if (named.length === 0) return;
  const known = await tx.query<{ id: string }>(
    'SELECT id::text FROM document WHERE dossier_id = $1 AND id::text = ANY($2) AND withdrawn_at IS NULL',
    [dossierId, named],
  );
  const unknown = named.find((id) => !known.some((document) => document.id === id));
  if (unknown !== undefined) throw new Refusal('unknown_document', { documentId: unknown });
}
