import { type Tx } from '#database';

/** What somebody wrote with an act, as it stands beside the log. */
export interface ActPayload {
  action: string;
  facts: Record<string, unknown>;
  payload: Record<string, unknown>;
}

/** What was written with the acts of one kind of subject that were carried out on a chain, oldest first; what was erased is left out. */
export const payloadsOf = (tx: Tx, chainId: string, subjectKind: string): Promise<ActPayload[]> =>
  tx.query<ActPayload>(
    `SELECT e.action, e.facts, p.payload FROM audit_entry e JOIN audit_payload p ON p.entry_id = e.id
      WHERE e.chain_id = $1 AND e.subject_kind = $2 AND e.outcome = 'done' AND p.payload IS NOT NULL ORDER BY e.seq`,
    [chainId, subjectKind],
  );
