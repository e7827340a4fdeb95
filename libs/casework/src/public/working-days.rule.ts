import { type WorkingCalendar } from '#deadlines';
import { type CivilDate } from '#kernel';

/** Days on which a clock stood: from the day on which it stopped, which still counts, through the day of the answer. */
export interface StoodStill {
  from: CivilDate;
  to: CivilDate | null;
}
/** So many measured dossiers took so long. */
export interface Measured {
  days: number;
  dossiers: number;
}

/** Working days after `from` through `to` on which nothing stood still; overlapping stops are taken off once. */
export function activeWorkingDays(
  calendar: WorkingCalendar,
  span: { from: CivilDate; to: CivilDate },
  stops: readonly StoodStill[],
): number {
  let stood = 0;
  let reached = span.from;
  const byStart = [...stops].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const stop of byStart) {
    const begin = stop.from > reached ? stop.from : reached;
    const end = stop.to === null || stop.to > span.to ? span.to : stop.to;
    if (end <= begin) continue;
    stood += calendar.workingDaysBetween(begin, end);
    reached = end;
  }
  return calendar.workingDaysBetween(span.from, span.to) - stood;
}

/** The smallest number of days within which at least this share (0 to 1) of the dossiers was done; null for none. */
export function percentile(measured: readonly Measured[], share: number): number | null {
  const all = measured.reduce((sum, { dossiers }) => sum + dossiers, 0);
  let done = 0;
  for (const { days, dossiers } of [...measured].sort((a, b) => a.days - b.days)) {
    done += dossiers;
    if (done >= share * all) return days;
  }
  return null;
}
