import { planWarnings, type WorkingCalendar } from '#deadlines';
import { type Tx } from '#database';
import { addDays, type CivilDate, instantAt } from '#kernel';
import { type ReckonedClock } from './clock-readings.js';
import { type ClockRow } from './clock.row.js';

export interface PlannedAlarm {
  kind: 'warning_50' | 'warning_75' | 'warning_90' | 'expiry';
  fireAt: Date;
}
/** Warnings reach people when their day begins. */
const WARNING_HOUR = 8;

/**
 * The alarms of a running clock by the reading that governs it: warnings at 50, 75 and 90 % at 08:00, none for a term
 * that is over today already; expiry when the day after the due day begins.
 */
export function planAlarms(
  { dueOn, term }: Pick<ReckonedClock, 'dueOn' | 'term'>,
  calendar: WorkingCalendar,
  today: CivilDate,
): PlannedAlarm[] {
  if (dueOn === null) return [];
  const warnings = term === null || dueOn < today ? [] : planWarnings(term, calendar);
  return [
    ...warnings.map(({ percent, on }) => ({
      kind: `warning_${percent}` as const,
      fireAt: instantAt(on, WARNING_HOUR),
    })),
    { kind: 'expiry', fireAt: instantAt(addDays(dueOn, 1)) },
  ];
}

/** Cancels what has not fired and plans anew; a warning that fired before is never planned again. */
export async function replaceAlarms(
  tx: Tx,
  clock: ClockRow,
  alarms: readonly PlannedAlarm[],
  at: Date,
): Promise<void> {
  await tx.query(
    'UPDATE clock_alarm SET cancelled_at = $2 WHERE clock_id = $1 AND fired_at IS NULL AND cancelled_at IS NULL',
    [clock.id, at],
  );
  for (const { kind, fireAt } of alarms)
    await tx.query(
      `INSERT INTO clock_alarm (clock_id, dossier_id, kind, fire_at)
       SELECT $1, $2, $3, $4 WHERE NOT EXISTS (
         SELECT 1 FROM clock_alarm WHERE clock_id = $1 AND kind = $3 AND fired_at IS NOT NULL AND kind <> 'expiry')`,
      [clock.id, clock.dossierId, kind, fireAt],
    );
}
