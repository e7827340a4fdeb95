import fc from 'fast-check';
import { addDays, civilDate, type CivilDate, weekday } from '#kernel';
import { drawn } from '../../../test/support/seed.js';
import { computeDue } from './clock-term.js';
import { type CalendarDay, type ClockTerm, type Stop } from './deadline.types.js';
import { explainClock } from './explain.js';
import { elapsedDays, isOverdue, isStopped, planWarnings, remainingDays } from './warnings.js';
import { workingCalendar } from './working-calendar.js';

const ORIGIN = civilDate('2026-01-01');

/** The law read aloud, day by day, on kernel dates: shares nothing with the code under test. */
function naiveDue(term: ClockTerm, rows: readonly CalendarDay[]): CivilDate | null {
  const isRest = (date: CivilDate): boolean => {
    const row = rows.find((candidate) => candidate.date === date);
    if (row) return row.type !== 'swap_work';
    return weekday(date) > 5;
  };
  const isStoppedOn = (date: CivilDate): boolean =>
    term.stops.some((stop) => date > stop.from && (stop.to === null || date <= stop.to));
  const horizon = addDays(term.start, 400);
  let left = term.duration.value + (term.extensionDays ?? 0);
  let date = term.start;
  while (left > 0 && date < horizon) {
    date = addDays(date, 1);
    if (isStoppedOn(date)) continue;
    if (term.duration.unit === 'working_day' && isRest(date)) continue;
    left -= 1;
  }
  while (date < horizon && (isRest(date) || isStoppedOn(date))) date = addDays(date, 1);
  const stands = term.stops.some((stop) => stop.to === null && stop.from <= date);
  return stands || date >= horizon ? null : date;
}

const rowsArbitrary = fc
  .uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 40 })
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
      .record({ after: fc.nat(40), length: fc.option(fc.nat(20), { freq: 6 }) })
      .map(({ after, length }): Stop => {
        const from = addDays(start, after);
        return { from, to: length === null ? null : addDays(from, length) };
      }),
    { maxLength: 4 },
  );
const termArbitrary: fc.Arbitrary<ClockTerm> = fc.nat(60).chain((offset) => {
  const start = addDays(ORIGIN, offset);
  return fc.record({
    start: fc.constant(start),
    duration: fc.record({
      value: fc.integer({ min: 1, max: 25 }),
      unit: fc.constantFrom<'working_day' | 'day'>('working_day', 'day'),
    }),
    stops: stopsOf(start),
    extensionDays: fc.nat(10),
  });
});
const totalOf = (term: ClockTerm): number => term.duration.value + (term.extensionDays ?? 0);

const holds = (claim: (term: ClockTerm, rows: CalendarDay[]) => void, numRuns = 300): void => {
  fc.assert(fc.property(termArbitrary, rowsArbitrary, claim), drawn(numRuns));
};

describe('for any term and any calendar', () => {
  it('the due day is that of the naive model', () => {
    holds((term, rows) => expect(computeDue(term, workingCalendar(rows))).toBe(naiveDue(term, rows)), 600);
  });

  it('the explanation reproduces the due day: its counted days are the term, its days have no gap', () => {
    holds((term, rows) => {
      const explanation = explainClock(term, workingCalendar(rows));
      const counted = explanation.days.filter((day) => day.counted);
      expect(explanation.dueOn).toBe(naiveDue(term, rows));
      expect(counted.map((day) => day.ordinal)).toEqual(counted.map((_, index) => index + 1));
      expect(explanation.days.map((day) => day.date)).toEqual(
        explanation.days.map((_, index) => addDays(term.start, index)),
      );
      if (explanation.dueOn === null) return expect(counted.length).toBeLessThanOrEqual(totalOf(term));
      expect(counted).toHaveLength(totalOf(term));
      expect(explanation.days.at(-1)?.date).toBe(explanation.dueOn);
    });
  });

  it('the explanation counts no day that is stopped, nor a rest day of a term in working days', () => {
    holds((term, rows) => {
      const calendar = workingCalendar(rows);
      for (const day of explainClock(term, calendar).days.filter((explained) => explained.counted)) {
        expect(isStopped(term, calendar, day.date)).toBe(false);
        if (term.duration.unit === 'working_day') expect(calendar.isWorkingDay(day.date)).toBe(true);
      }
    });
  });

  it('elapsed days are the counted days of the explanation, on every day', () => {
    holds((term, rows) => {
      const calendar = workingCalendar(rows);
      let counted = 0;
      for (const day of explainClock(term, calendar).days) {
        counted += day.counted ? 1 : 0;
        expect(elapsedDays(term, calendar, day.date)).toBe(counted);
      }
    }, 150);
  });

  it('a warning falls on the first counted day at or beyond its share, and on no other', () => {
    holds((term, rows) => {
      const calendar = workingCalendar(rows);
      const days = explainClock(term, calendar).days;
      const expected = ([50, 75, 90] as const).flatMap((percent) => {
        const first = days.find(
          (day) => day.ordinal !== null && day.ordinal / totalOf(term) >= percent / 100,
        );
        return first ? [{ percent, on: first.date }] : [];
      });
      expect(planWarnings(term, calendar)).toEqual(expected);
    });
  });

  it('overdue means after the due day and not stopped; what remains is negative exactly then', () => {
    holds((term, rows) => {
      const calendar = workingCalendar(rows);
      const due = naiveDue(term, rows);
      for (let offset = 0; offset < 90; offset += 3) {
        const on = addDays(term.start, offset);
        const late = due !== null && on > due && !isStopped(term, calendar, on);
        expect(isOverdue(term, calendar, on)).toBe(late);
        expect(remainingDays(term, calendar, on) < 0).toBe(late);
      }
    }, 60);
  });

  it('a further stop or a longer extension never brings the date forward', () => {
    holds((term, rows) => {
      const calendar = workingCalendar(rows);
      const due = computeDue(term, calendar);
      const longer = computeDue({ ...term, extensionDays: (term.extensionDays ?? 0) + 1 }, calendar);
      const unstopped = computeDue({ ...term, stops: [] }, calendar);
      expect(unstopped).not.toBeNull();
      if (due !== null) expect((unstopped ?? due) <= due).toBe(true);
      if (due !== null && longer !== null) expect(longer >= due).toBe(true);
    });
  });

  it('a term ends on a day that is worked and not stopped', () => {
    holds((term, rows) => {
      const calendar = workingCalendar(rows);
      const due = computeDue(term, calendar);
      if (due === null) return;
      expect(calendar.isWorkingDay(due)).toBe(true);
      expect(isStopped(term, calendar, due)).toBe(false);
    });
  });

  it('working days are added, taken away and counted by the same rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150 }), fc.nat(30), rowsArbitrary, (offset, count, rows) => {
        const calendar = workingCalendar(rows);
        const from = addDays(ORIGIN, offset);
        const to = calendar.addWorkingDays(from, count);
        expect(calendar.workingDaysBetween(from, to)).toBe(count);
        if (count > 0) expect(calendar.minusWorkingDays(to, count) <= from).toBe(true);
        if (calendar.isWorkingDay(from)) expect(calendar.minusWorkingDays(to, count)).toBe(from);
      }),
      drawn(),
    );
  });
});
