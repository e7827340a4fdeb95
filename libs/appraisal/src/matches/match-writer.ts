import { appendAudit } from '#audit';
import { type Tx } from '#database';
import { actingRoleOf, type DossierRow } from '#dossiers';
import { Refusal } from '#kernel';
import { decisionById, type DecisionState, type ListDecision } from '../screenings/confirmations.store.js';
import { matchFacts } from './match-answer.js';

/** The decision that is meant, in one of the states. @throws Refusal `not_found`, `match_decision_not_in_state`. */
export async function decisionIn(
  tx: Tx,
  row: DossierRow,
  id: string,
  states: readonly DecisionState[],
): Promise<ListDecision> {
  const decision = await decisionById(tx, row.id, id);
  if (!decision) throw new Refusal('not_found');
  if (!states.includes(decision.state))
    throw new Refusal('match_decision_not_in_state', { state: decision.state, states: [...states] });
  return decision;
}

/** Columns that an act may write; names are of this file alone, values are bound. */
type Changes = Partial<
  Record<
    | 'seconded_by'
    | 'seconded_at'
    | 'withdrawal_reason'
    | 'withdrawal_document_id'
    | 'withdrawal_proposed_by'
    | 'withdrawal_seconded_by',
    unknown
  >
>;

/** Moves a decision to a state and returns it as it is then. */
export async function moveDecision(
  tx: Tx,
  decision: ListDecision,
  state: DecisionState,
  changes: Changes,
): Promise<ListDecision> {
  const sets = Object.keys(changes).map((column, index) => `, ${column} = $${index + 4}`);
  await tx.query(
    `UPDATE list_decision SET state = $2, updated_at = $3, revision = revision + 1${sets.join('')} WHERE id = $1`,
    [decision.id, state, tx.at, ...Object.values(changes)],
  );
  const moved = await decisionById(tx, decision.dossierId, decision.id);
  if (!moved) throw new Error('a moved decision is still there');
  return moved;
}

/** Writes the act to the dossier's chain; the reason goes to the payload. */
export async function logMatch(
  tx: Tx,
  row: DossierRow,
  action: string,
  decision: ListDecision,
  reason?: string,
): Promise<void> {
  await appendAudit(tx, {
    chainId: row.id,
    action,
    subject: { kind: 'list_decision', id: decision.id },
    facts: { ...matchFacts(decision), documentId: decision.withdrawalDocumentId },
    ...(reason === undefined ? {} : { payload: { reason } }),
    actorRole: actingRoleOf(tx.actor),
  });
}
