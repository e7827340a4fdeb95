import { OWED_CONDITION_STATES } from '#contracts';
import { type Tx } from '#database';
import { addDays, type CivilDate, instantAt } from '#kernel';
import { type ConditionRow } from './condition.row.js';

export const CONDITION_ALARMS = ['warning_30', 'warning_7', 'overdue'] as const;
export type ConditionAlarmKind = (typeof CONDITION_ALARMS)[number];
export interface PlannedConditionAlarm {
  kind: ConditionAlarmKind;
  fireAt: Date;
}
/** Days before the deadline on which those concerned are warned: convention of ours, no law fixes it. */
const WARNING_DAYS = { warning_30: 30, warning_7: 7 } as const;
/** Warnings reach people when their day begins. */
const WARNING_HOUR = 8;

/** Whether somebody still owes something on it, and knows of it. */
export const isOwed = ({ state, imposedOn }: Pick<ConditionRow, 'state' | 'imposedOn'>): boolean =>
  imposedOn !== null && (OWED_CONDITION_STATES as readonly string[]).includes(state);

/**
 * The alarms of a condition that is owed: 30 and 7 days before its deadline at 08:00, and when the day after it begins.
 * None for a day that is over, which is told by the alarm that comes next.
 */
export function planConditionAlarms(deadlineOn: CivilDate, at: Date): PlannedConditionAlarm[] {
  const warnings = Object.entries(WARNING_DAYS).map(([kind, days]) => ({
    kind: kind as ConditionAlarmKind,
    fireAt: instantAt(addDays(deadlineOn, -days), WARNING_HOUR),
  }));
  const overdue = { kind: 'overdue' as const, fireAt: instantAt(addDays(deadlineOn, 1)) };
  return [...warnings.filter(({ fireAt }) => fireAt > at), overdue];
}

/** Cancels what has not fired and plans anew; an alarm that fired for this deadline is never planned again. */
export async function replaceConditionAlarms(tx: Tx, condition: ConditionRow): Promise<void> {
  await tx.query(
    'UPDATE condition_alarm SET cancelled_at = $2 WHERE condition_id = $1 AND fired_at IS NULL AND cancelled_at IS NULL',
    [condition.id, tx.at],
  );
  const planned = isOwed(condition) ? planConditionAlarms(condition.deadlineOn, tx.at) : [];
  for (const { kind, fireAt } of planned)
    await tx.query(
      `INSERT INTO condition_alarm (condition_id, dossier_id, kind, deadline_on, fire_at)
       SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (
         SELECT 1 FROM condition_alarm WHERE condition_id = $1 AND kind = $3 AND deadline_on = $4 AND fired_at IS NOT NULL)`,
      [condition.id, condition.dossierId, kind, condition.deadlineOn, fireAt],
    );
}
