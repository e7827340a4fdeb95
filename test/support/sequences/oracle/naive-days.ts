import { type Row, text } from './moment.js';

const DAY = 86_400_000;
const next = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

interface Stop {
  from: string;
  to: string | null;
  doubtful: boolean;
}
interface Term {
  start: string;
  days: number;
  working: boolean;
  stops: Stop[];
}

/** The law read aloud, day by day; null while it stands still. */
function count({ start, days, working, stops }: Term, rests: (day: string) => boolean): string | null {
  const stands = (day: string) => stops.some(({ from, to }) => day > from && (to === null || day <= to));
  let day = start;
  let left = days;
  for (let walked = 0; walked < 1500; walked += 1) {
    if (left === 0 && !rests(day) && !stands(day)) break;
    day = next(day);
    if (left > 0 && !stands(day) && !(working && rests(day))) left -= 1;
  }
  return stops.some(({ from, to }) => to === null && from <= day) ? null : day;
}

function readingsOf(term: Term, other: string | null): Term[] {
  const elsewhere = (start: string): Term => ({
    ...term,
    start,
    stops: term.stops
      .filter(({ to }) => to === null || to > start)
      .map((stop) => (stop.from < start ? { ...stop, from: start } : stop)),
  });
  const starts = other === null ? [term] : [term, elsewhere(other)];
  return [
    ...starts,
    ...starts.map((one) => ({ ...one, stops: one.stops.filter(({ doubtful }) => !doubtful) })),
  ];
}

/** The due day of a clock as it lies in the tables: the earliest of its readings. */
export function naiveReading(
  clock: Row,
  stopRows: readonly Row[],
  dossier: Row,
  calendar: readonly Row[],
): string | null {
  const rests = (day: string): boolean => {
    const row = calendar.find(({ date }) => date === day);
    return row ? row['type'] !== 'swap_work' : isWeekend(day);
  };
  const stops = stopRows
    .filter(({ clock_id }) => clock_id === clock['id'])
    .map((stop) => ({
      from: String(stop['from_on']),
      to: stop['to_on'] === null ? null : text(stop['to_on']),
      doubtful: ['inference', 'memory'].includes(String(stop['verification'])),
    }));
  if (clock['value'] === null) {
    let day = clock['given_due_on'] as string | null;
    while (day !== null && rests(day)) day = next(day);
    return day;
  }
  const term = {
    start: String(clock['start_on']),
    days: Number(clock['value']) + Number(clock['extension_days']),
    working: clock['unit'] === 'working_day',
    stops,
  };
  const { alternativeStart } = clock['rule'] as { alternativeStart?: string | null };
  const other =
    alternativeStart === 'valid_dossier'
      ? dossier['accepted_on']
      : alternativeStart === 'receipt'
        ? dossier['received_on']
        : null;
  const dates = readingsOf(term, other as string | null).map((one) => count(one, rests));
  return dates.filter((day) => day !== null).sort()[0] ?? null;
}
