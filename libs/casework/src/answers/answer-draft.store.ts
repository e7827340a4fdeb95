import { type Tx } from '#database';

/** What the owner's side is writing in answer to a request: a text for each item, and the files handed in for it. */
export interface AnswerDraft {
  texts: string[];
  files: { item: number; id: string; name: string }[];
}
/** The draft as it was last saved. */
export interface KeptAnswerDraft extends AnswerDraft {
  revision: number;
  /** UTC instant. */
  savedAt: string;
}
/** A request with the draft of its answer; null: nobody has saved one. */
interface AskedWithDraft {
  draft: KeptAnswerDraft | null;
  isOpen: boolean;
}

/**
 * A request of a dossier with the draft of its answer, or null. The draft lies where the answer will lie, until it is sent:
 * while nobody has answered, what stands there is the owner's own and read by nobody else.
 */
export const requestWithDraft = (
  tx: Tx,
  dossierId: string,
  requestId: string,
): Promise<AskedWithDraft | null> =>
  tx.one<AskedWithDraft>(
    `SELECT answer -> 'draft' AS draft, answered_at IS NULL AND closed_at IS NULL AS "isOpen"
       FROM party_request WHERE dossier_id = $1 AND id = $2`,
    [dossierId, requestId],
  );

/** Writes the draft of an answer over the one before; a request that was answered keeps its answer. */
export async function writeAnswerDraft(tx: Tx, requestId: string, draft: KeptAnswerDraft): Promise<void> {
  await tx.query(
    `UPDATE party_request SET answer = jsonb_build_object('draft', $2::jsonb) WHERE id = $1 AND answered_at IS NULL`,
    [requestId, JSON.stringify(draft)],
  );
}
