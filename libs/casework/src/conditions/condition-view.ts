import { type ConditionEventKind, type ConditionState } from '#contracts';
import { type Tx } from '#database';
import { isOfTheHouse } from '#dossiers';
import { type CivilDate, civilDateOf } from '#kernel';
import { isOwed } from './condition-alarms.js';
import { conditionEventsOf, type ConditionEventRow, type ConditionRow } from './condition.row.js';

export interface ConditionStep {
  kind: ConditionEventKind;
  /** State and deadline after it. */
  state: ConditionState;
  deadlineOn: CivilDate;
  note: string | null;
  documentIds: string[];
  actorRole: string;
  /** Inside the house only. */
  actorName: string | null;
  at: Date;
}
/** A condition of an approval as a task, with what happened to it. */
export interface ConditionTask extends Omit<ConditionRow, 'stateBefore'> {
  overdue: boolean;
  /** Oldest first. */
  history: ConditionStep[];
}

/** Whether a condition is owed and its deadline is over. */
export const isOverdue = (condition: ConditionRow, today: CivilDate): boolean =>
  isOwed(condition) && condition.deadlineOn < today;

/** Conditions as the actor sees them: outside the house nobody is named. */
export async function conditionTasks(tx: Tx, rows: readonly ConditionRow[]): Promise<ConditionTask[]> {
  const events = await conditionEventsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const today = civilDateOf(tx.at);
  const inside = isOfTheHouse(tx.actor);
  return rows.map((row) => taskOf(row, events, { today, inside }));
}

function taskOf(
  { stateBefore: _before, ...row }: ConditionRow,
  events: readonly ConditionEventRow[],
  { today, inside }: { today: CivilDate; inside: boolean },
): ConditionTask {
  return {
    ...row,
    overdue: isOverdue({ ...row, stateBefore: null }, today),
    history: events
      .filter(({ conditionId, kind }) => conditionId === row.id && (inside || kind !== 'decided'))
      .map(({ conditionId: _id, actorId: _actor, revision: _revision, actorName, ...step }) => ({
        ...step,
        actorName: inside ? actorName : null,
      })),
  };
}
