import fc from 'fast-check';
import { drawn } from '../../../test/support/seed.js';
import { naiveReading } from '../../../test/support/sequences/oracle/naive-days.js';
import { addDays, civilDate, type CivilDate } from '#kernel';
import { clockReadings } from './clock-readings.js';
import { type CalendarDay, type ClockTerm, type Stop } from './deadline.types.js';
import { workingCalendar } from './working-calendar.js';

const ORIGIN = civilDate('2026-01-05');
const rowsOf = fc
  .uniqueArray(fc.nat(120), { maxLength: 30 })
  .chain((offsets) =>
    fc.tuple(
      ...offsets.map((offset) =>
        fc
          .constantFrom<CalendarDay['type']>('holiday', 'compensatory', 'swap_off', 'swap_work')
          .map((type): CalendarDay => ({ date: addDays(ORIGIN, offset), type })),
      ),
    ),
  );
const stopsOf = (start: CivilDate): fc.Arbitrary<Stop[]> =>
  fc.array(
    fc
      .record({
        after: fc.nat(30),
        length: fc.option(fc.nat(15), { freq: 5 }),
        verification: fc.constantFrom(
          'text_read' as const,
          'secondary' as const,
          'inference' as const,
          'memory' as const,
        ),
      })
      .map(({ after, length, verification }): Stop => {
        const from = addDays(start, after);
        return { from, to: length === null ? null : addDays(from, length), verification };
      }),
    { maxLength: 4 },
  );
interface Case {
  term: ClockTerm;
  rows: CalendarDay[];
  other: CivilDate | null;
}
const cases: fc.Arbitrary<Case> = fc.nat(40).chain((offset) => {
  const start = addDays(ORIGIN, offset);
  const term = fc.record({
    start: fc.constant(start),
    duration: fc.record({
      value: fc.integer({ min: 1, max: 20 }),
      unit: fc.constantFrom<'working_day' | 'day'>('working_day', 'day'),
    }),
    stops: stopsOf(start),
    extensionDays: fc.nat(8),
  });
  return fc.record({
    term,
    rows: rowsOf,
    other: fc.option(fc.integer({ min: 0, max: 12 }).map((days) => addDays(start, days))),
  });
});

/** The term as the tables of the database hold a clock. */
const clockOf = ({ term, other }: Case) => ({
  id: 'clock',
  start_on: term.start,
  value: term.duration.value,
  unit: term.duration.unit,
  extension_days: term.extensionDays ?? 0,
  rule: { alternativeStart: other === null ? null : 'valid_dossier' },
});
const stopRows = ({ term }: Case) =>
  term.stops.map(({ from, to, verification }) => ({
    clock_id: 'clock',
    from_on: from,
    to_on: to,
    verification,
  }));

describe('two readings and doubtful stops against a count day by day', () => {
  it('the earliest of all readings is the due day', () => {
    let [dated, standing] = [0, 0];
    fc.assert(
      fc.property(cases, (given) => {
        const { term, rows, other } = given;
        const start = other === null ? null : { start: other, reason: 'counted_from_valid_dossier' };
        const naive = naiveReading(clockOf(given), stopRows(given), { accepted_on: other }, rows as never);
        expect(clockReadings(term, workingCalendar(rows), start).dueOn).toBe(naive);
        if (naive === null) standing += 1;
        else dated += 1;
      }),
      drawn(500),
    );
    expect(dated).toBeGreaterThan(50);
    expect(standing).toBeGreaterThan(5);
  });
});
