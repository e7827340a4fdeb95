import { type Confirmation, type ListKind } from '#contracts';
import { type Tx } from '#database';

/** The states of a decision on a list candidate that count; a proposed withdrawal changes nothing until it is seconded. */
export type DecisionState =
  'awaiting_second_person' | 'stands' | 'withdrawal_proposed' | 'withdrawn' | 'reopened';

/** What people decided about one list candidate, as it lies in the database. */
export interface ListDecision {
  id: string;
  dossierId: string;
  lineId: string;
  list: ListKind;
  code: string;
  technologyName: string;
  decision: 'confirmed' | 'rejected';
  state: DecisionState;
  reason: string;
  decidedBy: string;
  decidedAt: Date;
  secondedBy: string | null;
  secondedAt: Date | null;
  withdrawalReason: string | null;
  withdrawalDocumentId: string | null;
  withdrawalProposedBy: string | null;
  withdrawalSecondedBy: string | null;
  revision: number;
}

const COLUMNS = `id, dossier_id AS "dossierId", line_id AS "lineId", list, code, technology_name AS "technologyName", decision, state,
  reason, decided_by AS "decidedBy", decided_at AS "decidedAt", seconded_by AS "secondedBy", seconded_at AS "secondedAt",
  withdrawal_reason AS "withdrawalReason", withdrawal_document_id AS "withdrawalDocumentId",
  withdrawal_proposed_by AS "withdrawalProposedBy", withdrawal_seconded_by AS "withdrawalSecondedBy", revision`;
const OPEN = "state NOT IN ('withdrawn', 'reopened')";

/** Every decision on candidates of a dossier, with those that no longer count, oldest first. */
export const decisionsOf = (tx: Tx, dossierId: string): Promise<ListDecision[]> =>
  tx.query<ListDecision>(
    `SELECT ${COLUMNS} FROM list_decision WHERE dossier_id = $1 ORDER BY decided_at, id`,
    [dossierId],
  );

/** The decision that counts for a candidate now, or null. */
export const openDecision = (
  tx: Tx,
  dossierId: string,
  of: Pick<ListDecision, 'lineId' | 'list' | 'code'>,
): Promise<ListDecision | null> =>
  tx.one<ListDecision>(
    `SELECT ${COLUMNS} FROM list_decision WHERE dossier_id = $1 AND line_id = $2 AND list = $3 AND code = $4 AND ${OPEN}`,
    [dossierId, of.lineId, of.list, of.code],
  );

/** One decision of a dossier by its id, or null. */
export const decisionById = (tx: Tx, dossierId: string, id: string): Promise<ListDecision | null> =>
  tx.one<ListDecision>(`SELECT ${COLUMNS} FROM list_decision WHERE dossier_id = $1 AND id = $2`, [
    dossierId,
    id,
  ]);

/**
 * The confirmations of a dossier as the screening takes them, sorted by line, list and code. Reasons stay out:
 * free text has no place in the stored inputs of a screening.
 */
export async function standingConfirmations(tx: Tx, dossierId: string): Promise<Confirmation[]> {
  const rows = await tx.query<ListDecision>(
    `SELECT ${COLUMNS} FROM list_decision WHERE dossier_id = $1 AND ${OPEN}
      ORDER BY line_id COLLATE "C", list COLLATE "C", code COLLATE "C"`,
    [dossierId],
  );
  return rows.map(({ lineId, list, code, decision, decidedBy, decidedAt, secondedBy, secondedAt }) => ({
    lineId,
    list,
    code,
    decision,
    by: secondedBy === null ? [decidedBy] : [decidedBy, secondedBy],
    at: (secondedAt ?? decidedAt).toISOString(),
  }));
}

/**
 * Opens the decisions of lines again whose technology was named anew: what was decided spoke of another technology.
 * Returns the decisions that no longer count. To be called in the transaction that stores the new facts.
 */
export async function reopenConfirmations(
  tx: Tx,
  dossierId: string,
  changedLineIds: readonly string[],
): Promise<ListDecision[]> {
  if (changedLineIds.length === 0) return [];
  return tx.query<ListDecision>(
    `UPDATE list_decision SET state = 'reopened', updated_at = $3, revision = revision + 1
      WHERE dossier_id = $1 AND line_id = ANY ($2::text[]) AND ${OPEN} RETURNING ${COLUMNS}`,
    [dossierId, [...changedLineIds], tx.at],
  );
}
