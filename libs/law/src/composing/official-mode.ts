import { Refusal, yearOf } from '#kernel';
import { type CalendarRow, type Pack, type PackFault } from '../pack.types.js';
import { newestFirst, ofKind } from './in-force.js';

const isUnconfirmed = ({ verification }: Pick<CalendarRow, 'verification'>): boolean =>
  verification === 'memory' || verification === 'inference';
const coversYear = ({ manifest }: Pack, year: number): boolean =>
  yearOf(manifest.validFrom) <= year && (manifest.validTo === null || yearOf(manifest.validTo) >= year);

interface Located {
  row: CalendarRow;
  pack: Pack;
}
/** The row that counts for each day of a year: the newest pack's. */
function countingRows(packs: readonly Pack[], year: number): Located[] {
  const byDay = new Map<string, Located>();
  for (const pack of newestFirst(packs))
    for (const row of pack.calendar)
      if (yearOf(row.date) === year && !byDay.has(row.date)) byDay.set(row.date, { row, pack });
  return [...byDay.values()].sort((a, b) => (a.row.date < b.row.date ? -1 : 1));
}
const calendarsOf = (packs: readonly Pack[], year: number): Pack[] =>
  ofKind(packs, 'calendar').filter((pack) => coversYear(pack, year));

/** Days (or codes of missing parts) of a year that no law officer has confirmed; `calendar` when there is none at all. */
export function unconfirmedDays(packs: readonly Pack[], year: number): string[] {
  const calendars = calendarsOf(packs, year);
  if (calendars.length === 0) return ['calendar'];
  const days = countingRows(packs, year)
    .filter(({ row }) => isUnconfirmed(row))
    .map(({ row }) => row.date as string);
  return [...days, ...calendars.flatMap(({ manifest }) => manifest.missing.map(({ code }) => code))];
}

/**
 * Why official mode may not start in a year: every calendar row at `memory` or `inference`, every missing part of that
 * calendar, or its absence. An empty list means ready.
 */
export function officialModeReady(packs: readonly Pack[], year: number): PackFault[] {
  const calendars = calendarsOf(packs, year);
  if (calendars.length === 0)
    return [
      {
        file: `cal-${year}/pack.yaml`,
        place: '',
        code: 'calendar_missing',
        reason: `no calendar of ${year} is loaded`,
      },
    ];
  const rows = countingRows(packs, year).filter(({ row }) => isUnconfirmed(row));
  const faults = rows.map(({ row, pack }) => ({
    file: `${pack.manifest.id.toLowerCase()}/calendar.yaml`,
    place: `/${pack.calendar.indexOf(row)}`,
    code: 'calendar_unconfirmed',
    reason: `${row.date} ${row.type} stands at ${row.verification}`,
  }));
  const gaps = calendars.flatMap(({ manifest }) =>
    manifest.missing.map(({ code, about }, index) => ({
      file: `${manifest.id.toLowerCase()}/pack.yaml`,
      place: `/missing/${index}`,
      code: 'calendar_incomplete',
      reason: `${code}: ${about.en}`,
    })),
  );
  return [...faults, ...gaps];
}

/** Lets official mode start. @throws Refusal `official_mode_not_ready` with the faults of `officialModeReady`. */
export function assertOfficialModeReady(packs: readonly Pack[], year: number): void {
  const faults = officialModeReady(packs, year);
  if (faults.length > 0) throw new Refusal('official_mode_not_ready', { year, faults });
}
