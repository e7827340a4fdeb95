import { type FinalDecisionKind } from '#contracts';
import { type Tx } from '#database';
import { civilDateOf, Refusal } from '#kernel';
import { dayFault } from '../domain/project-faults.js';
import { type ProjectRow } from '../register/project.row.js';
import { recordChange } from './record-change.js';

/** The authority's decision as its paper says it. */
export interface FinalDecisionDraft {
  kind: FinalDecisionKind;
  number: string;
  /** Civil date. */
  decidedOn: string;
  /** Who decided: `Chủ tịch UBND tỉnh`. */
  decidedBy: string;
  documentRef: string | null;
  note: string | null;
  /** Id of the decision on record that this one corrects. */
  corrects: string | null;
}

/**
 * Records the final decision of the project authority. One on record is corrected only by name, and stays readable.
 * @throws Refusal `project_invalid` for a day after today or before there were such projects, `final_decision_exists` when another one stands
 */
export async function recordFinalDecision(
  tx: Tx,
  row: ProjectRow,
  draft: FinalDecisionDraft,
): Promise<ProjectRow> {
  const code = dayFault(draft.decidedOn, civilDateOf(tx.at));
  if (code !== null) throw new Refusal('project_invalid', { errors: [{ pointer: '/decidedOn', code }] });
  if (draft.corrects !== row.decisionId)
    throw new Refusal('final_decision_exists', { decisionId: row.decisionId });
  const { kind, number, decidedOn, decidedBy, documentRef, note, corrects } = draft;
  const made = await tx.one<{ id: string }>(
    `INSERT INTO project_decision (project_id, kind, number, decided_on, decided_by, document_ref, note, corrects, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [row.id, kind, number, decidedOn, decidedBy, documentRef, note, corrects, tx.actor.id, tx.at],
  );
  if (!made) throw new Error('a decision that was recorded has an id');
  return recordChange(tx, row, {
    kind: corrects === null ? 'decision_recorded' : 'decision_corrected',
    patch: { decision_id: made.id },
    facts: { decisionId: made.id, decision: kind, decidedOn, corrects },
    detail: { number, decidedBy, documentRef, note },
  });
}

/**
 * Takes the decision on record back where it was entered for the wrong project; it stays readable with the reason, and
 * nothing is counted by it any more. @throws Refusal `final_decision_absent`
 */
export async function withdrawFinalDecision(tx: Tx, row: ProjectRow, reason: string): Promise<ProjectRow> {
  if (row.decisionId === null) throw new Refusal('final_decision_absent');
  return recordChange(tx, row, {
    kind: 'decision_withdrawn',
    patch: { decision_id: null },
    facts: { decisionId: row.decisionId },
    detail: { reason },
  });
}
