import { type CivilDate } from '#kernel';
import { computeDue } from './clock-term.js';
import { type ClockTerm, type Stop } from './deadline.types.js';
import { type WorkingCalendar } from './working-calendar.js';

/** In what a reading departs from the term as it is kept, and the code of the reason that is shown beside its date. */
export interface Departure {
  kind: 'alternative_start' | 'doubtful_stops_left_out';
  reason: string;
}
export interface ClockReading {
  /** Empty for the term as it is kept. */
  departures: Departure[];
  term: ClockTerm;
  dueOn: CivilDate | null;
}
export interface ClockReadings {
  /** The earliest date of all readings; `null` only when every reading stands still. */
  dueOn: CivilDate | null;
  governing: ClockReading;
  others: ClockReading[];
}
export interface AlternativeStart {
  start: CivilDate;
  reason: string;
}

/**
 * The entry that is due first; the first one in the list where several fall on one day. Stopped ones (`null`) do not
 * compete; `null` when there is no date at all.
 */
export function earliestDue<Entry extends { dueOn: CivilDate | null }>(
  entries: readonly Entry[],
): Entry | null {
  let earliest: Entry | null = null;
  for (const entry of entries) {
    if (entry.dueOn === null) continue;
    if (!earliest?.dueOn || entry.dueOn < earliest.dueOn) earliest = entry;
  }
  return earliest;
}

const isDoubtful = (stop: Stop): boolean =>
  stop.verification === 'inference' || stop.verification === 'memory';

/** From another start the same days stand still: what of a stop lies before it falls away. */
function startedOn(term: ClockTerm, start: CivilDate): ClockTerm {
  const stops = term.stops
    .filter((stop) => stop.to === null || stop.to > start)
    .map((stop) => (stop.from < start ? { ...stop, from: start } : stop));
  return { ...term, start, stops };
}

function doubtfulStopsLeftOut({
  departures,
  term,
}: Omit<ClockReading, 'dueOn'>): Omit<ClockReading, 'dueOn'>[] {
  const kept = term.stops.filter((stop) => !isDoubtful(stop));
  if (kept.length === term.stops.length) return [];
  const departure: Departure = { kind: 'doubtful_stops_left_out', reason: 'stop_not_verified' };
  return [{ departures: [...departures, departure], term: { ...term, stops: kept } }];
}

function startedElsewhere(term: ClockTerm, other: AlternativeStart): Omit<ClockReading, 'dueOn'> {
  return {
    departures: [{ kind: 'alternative_start', reason: other.reason }],
    term: startedOn(term, other.start),
  };
}

/**
 * Every reading of a term that the law leaves open: as it is kept, from another start, without the stops whose
 * permission is only `inference` or `memory`, and both together. The earliest date governs (of equal ones the term
 * as it is kept); the others are shown with their reasons. A doubtful open stop therefore leaves the date without it.
 * @throws Refusal as `computeDue` does, for any reading.
 */
export function clockReadings(
  term: ClockTerm,
  calendar: WorkingCalendar,
  alternativeStart: AlternativeStart | null = null,
): ClockReadings {
  const asKept = { departures: [], term };
  const starts = alternativeStart ? [asKept, startedElsewhere(term, alternativeStart)] : [asKept];
  const kept: ClockReading = { ...asKept, dueOn: computeDue(term, calendar) };
  const rest = [...starts.slice(1), ...starts.flatMap(doubtfulStopsLeftOut)];
  const readings = [
    kept,
    ...rest.map((reading) => ({ ...reading, dueOn: computeDue(reading.term, calendar) })),
  ];
  const governing = earliestDue(readings) ?? kept;
  return { dueOn: governing.dueOn, governing, others: readings.filter((reading) => reading !== governing) };
}
