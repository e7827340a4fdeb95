import { type Tx } from '#database';
import { decidedDays } from '#dossiers';
import { type WorkingCalendar } from '#deadlines';
import { type CivilDate } from '#kernel';
import { type Figure } from './figures.js';
import { dossierFigure } from './figures.js';
import { percentile } from './domain/percentile.js';

/** How long decisions took, over everything decided in a period. */
export interface Durations {
  /** Null where nothing was decided. Nearest rank: always a number of days that was really needed. */
  medianWorkingDays: number | null;
  p90WorkingDays: number | null;
  /** Counted after the day of receipt up to and with the day of decision; times of waiting for the owner are not taken out. */
  from: 'receivedOn';
  to: 'decidedOn';
  unit: 'working_days';
  /** The dossiers of which these are the days. */
  of: Figure;
}

/** Working days from receipt to decision of everything decided in a period, by the working calendar. */
export async function durationsOf(
  tx: Tx,
  calendar: WorkingCalendar,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<Durations> {
  const [of, days] = await Promise.all([
    dossierFigure(tx, 'decided', { decidedFrom: from, decidedTo: to }),
    decidedDays(tx, { from, to }),
  ]);
  const values = days.map(({ receivedOn, decidedOn, count }) => ({
    value: Math.max(0, calendar.workingDaysBetween(receivedOn, decidedOn)),
    count,
  }));
  return {
    medianWorkingDays: percentile(values, 0.5),
    p90WorkingDays: percentile(values, 0.9),
    from: 'receivedOn',
    to: 'decidedOn',
    unit: 'working_days',
    of,
  };
}
