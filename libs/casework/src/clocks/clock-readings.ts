import { type AlternativeStart, clockReadings, type ClockTerm, type WorkingCalendar } from '#deadlines';
import { type DossierRow } from '#dossiers';
import { type CivilDate } from '#kernel';
import { type ClockRow, type ClockStopRow, type OtherReading } from './clock.row.js';

/** The date of a clock and the readings that stand beside it. */
export interface ReckonedClock {
  dueOn: CivilDate | null;
  others: OtherReading[];
  /** The term by the reading that governs the date; null for a clock whose date a command gave. */
  term: ClockTerm | null;
}

/** The term of a clock that counts days; null for one whose date a command gave. */
function termOf(clock: ClockRow, stops: readonly ClockStopRow[]): ClockTerm | null {
  if (clock.value === null) return null;
  return {
    start: clock.startOn,
    duration: { value: clock.value, unit: clock.unit },
    extensionDays: clock.extensionDays,
    stops: stops.map(({ fromOn, toOn, reason, verification }) => ({
      from: fromOn,
      to: toOn,
      reason,
      verification,
    })),
  };
}

/**
 * The due date of a clock by its pinned calendar. A given date on a rest day moves on to the next working day;
 * an extension of a given date counts in the clock's own unit.
 */
export function reckon(
  clock: ClockRow,
  stops: readonly ClockStopRow[],
  calendar: WorkingCalendar,
  alternative: AlternativeStart | null,
): ReckonedClock {
  const term = termOf(clock, stops);
  if (term === null) return { dueOn: movedOn(clock.givenDueOn, calendar), others: [], term };
  const readings = clockReadings(term, calendar, alternative);
  const others = readings.others.map(({ dueOn, departures }) => ({
    dueOn,
    reasons: departures.map(({ reason }) => reason),
  }));
  return { dueOn: readings.dueOn, others, term: readings.governing.term };
}

const movedOn = (date: CivilDate | null, calendar: WorkingCalendar): CivilDate | null =>
  date === null || calendar.isWorkingDay(date) ? date : calendar.nextWorkingDay(date);

/** The other day from which the law may be read to count, once the dossier knows it. */
export function alternativeOf(
  clock: ClockRow,
  dossier: Pick<DossierRow, 'acceptedOn' | 'receivedOn'>,
): AlternativeStart | null {
  const other = clock.rule.alternativeStart;
  if (other === 'valid_dossier' && dossier.acceptedOn)
    return { start: dossier.acceptedOn, reason: 'counted_from_valid_dossier' };
  if (other === 'receipt' && dossier.receivedOn)
    return { start: dossier.receivedOn, reason: 'counted_from_receipt' };
  return null;
}
