import { type ActingRole, appendAudit } from '#audit';
import { type ConditionDraft, type ConditionEventKind, type ConditionState } from '#contracts';
import { type Tx } from '#database';
import { type DossierRow } from '#dossiers';
import { type CivilDate } from '#kernel';
import { replaceConditionAlarms } from './condition-alarms.js';
import { type ConditionRow } from './condition.row.js';

/** One change of a condition: what happened, and what of the row is other than before. */
export interface ConditionChange {
  kind: ConditionEventKind;
  state?: ConditionState;
  stateBefore?: ConditionState | null;
  deadlineOn?: CivilDate;
  imposedOn?: CivilDate;
  note?: string | null;
  documentIds?: readonly string[];
  actorRole: ActingRole;
}

/** Enters the conditions of a decision; they wait for the letter that tells them. */
export async function insertConditions(
  tx: Tx,
  { id, round }: Pick<DossierRow, 'id' | 'round'>,
  conditions: readonly ConditionDraft[],
): Promise<void> {
  for (const [index, condition] of conditions.entries()) {
    const { what, deadlineOn, proof, responsible, cures = [] } = condition;
    const row = await tx.one<{ id: string }>(
      `INSERT INTO condition_task (dossier_id, round, number, what, deadline_on, proof, responsible, cures)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [id, round, index + 1, what, deadlineOn, proof, responsible, cures],
    );
    if (!row) throw new Error('an inserted condition has an id');
    await insertEvent(tx, {
      conditionId: row.id,
      revision: 1,
      kind: 'decided',
      state: 'open',
      deadlineOn,
      actorRole: 'leader',
    });
  }
}

/**
 * Changes a condition of a locked dossier: row, history, log entry and alarms together. Returns the row as it is now.
 * The database refuses a change without its row in the history, and a deadline that moves without one.
 */
export async function changeCondition(
  tx: Tx,
  before: ConditionRow,
  change: ConditionChange,
): Promise<ConditionRow> {
  const { kind, note = null, documentIds = [], actorRole } = change;
  const after = { ...before, ...definedOf(change), revision: before.revision + 1 };
  await tx.query(
    `UPDATE condition_task SET state = $2, state_before = $3, deadline_on = $4, imposed_on = $5, revision = $6 WHERE id = $1`,
    [after.id, after.state, after.stateBefore, after.deadlineOn, after.imposedOn, after.revision],
  );
  const { id: conditionId, revision, state, deadlineOn } = after;
  await insertEvent(tx, { conditionId, revision, kind, state, deadlineOn, note, documentIds, actorRole });
  await logChange(tx, before, after, change);
  await replaceConditionAlarms(tx, after);
  return after;
}

function definedOf({ state, stateBefore, deadlineOn, imposedOn }: ConditionChange): Partial<ConditionRow> {
  return {
    ...(state === undefined ? {} : { state }),
    ...(stateBefore === undefined ? {} : { stateBefore }),
    ...(deadlineOn === undefined ? {} : { deadlineOn }),
    ...(imposedOn === undefined ? {} : { imposedOn }),
  };
}

interface NewEvent {
  conditionId: string;
  revision: number;
  kind: ConditionEventKind;
  state: ConditionState;
  deadlineOn: string;
  note?: string | null;
  documentIds?: readonly string[];
  actorRole: ActingRole;
}
const insertEvent = (tx: Tx, event: NewEvent) =>
  tx.query(
    `INSERT INTO condition_event (condition_id, revision, kind, state, deadline_on, note, document_ids, actor_id, actor_role, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      event.conditionId,
      event.revision,
      event.kind,
      event.state,
      event.deadlineOn,
      event.note ?? null,
      event.documentIds ?? [],
      tx.actor.id,
      event.actorRole,
      tx.at,
    ],
  );

/** Ids, codes and dates in the entry; what somebody wrote lies in the payload, which can be erased. */
const logChange = (tx: Tx, before: ConditionRow, after: ConditionRow, change: ConditionChange) =>
  appendAudit(tx, {
    chainId: after.dossierId,
    actorRole: change.actorRole,
    action: `condition.${change.kind}`,
    subject: { kind: 'condition', id: after.id },
    facts: {
      round: after.round,
      number: after.number,
      from: before.state,
      to: after.state,
      deadlineFrom: before.deadlineOn,
      deadlineTo: after.deadlineOn,
      documents: change.documentIds?.length ?? 0,
    },
    ...(change.note ? { payload: { note: change.note } } : {}),
  });
