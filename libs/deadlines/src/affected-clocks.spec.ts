import { civilDate } from '#kernel';
import { recomputeForCalendar } from './affected-clocks.js';
import { type CalendarDay, type ClockTerm } from './deadline.types.js';
import { type WorkingCalendar, workingCalendar } from './working-calendar.js';

const day = civilDate;
const KNOWN: CalendarDay[] = [{ date: '2026-11-24', type: 'holiday' }];
const before = workingCalendar(KNOWN);
const term = (start: string, extra: Partial<ClockTerm> = {}): ClockTerm => ({
  start: day(start),
  duration: { value: 7, unit: 'working_day' },
  stops: [],
  ...extra,
});

describe('a holiday decreed late', () => {
  it('lists the terms whose date changes, with both dates and their place', () => {
    const after = workingCalendar([...KNOWN, { date: '2026-12-02', type: 'swap_off' }]);
    const terms = [term('2026-10-01'), term('2026-11-20'), term('2026-11-27')];
    expect(recomputeForCalendar(terms, before, after)).toEqual([
      { index: 1, oldDue: '2026-12-02', newDue: '2026-12-03' },
      { index: 2, oldDue: '2026-12-08', newDue: '2026-12-09' },
    ]);
  });

  it('brings a date forward where a Saturday becomes worked', () => {
    const after = workingCalendar([...KNOWN, { date: '2026-11-28', type: 'swap_work' }]);
    expect(recomputeForCalendar([term('2026-11-20')], before, after)).toEqual([
      { index: 0, oldDue: '2026-12-02', newDue: '2026-12-01' },
    ]);
  });

  it('moves a term in calendar days only when its last day is concerned', () => {
    const after = workingCalendar([...KNOWN, { date: '2026-11-23', type: 'swap_off' }]);
    const inDays = (start: string) => term(start, { duration: { value: 10, unit: 'day' } });
    expect(recomputeForCalendar([inDays('2026-11-12'), inDays('2026-11-15')], before, after)).toEqual([
      { index: 0, oldDue: '2026-11-23', newDue: '2026-11-25' },
    ]);
  });

  it('leaves standing clocks and equal calendars alone', () => {
    const after = workingCalendar([...KNOWN, { date: '2026-12-02', type: 'swap_off' }]);
    const standing = term('2026-11-20', { stops: [{ from: day('2026-11-25'), to: null }] });
    expect(recomputeForCalendar([standing], before, after)).toEqual([]);
    expect(recomputeForCalendar([term('2026-11-20')], before, workingCalendar(KNOWN))).toEqual([]);
  });

  it('names a term that cannot be computed and goes on with the others', () => {
    const after = workingCalendar([...KNOWN, { date: '2026-12-02', type: 'swap_off' }]);
    const broken = term('2026-11-20', { stops: [{ from: day('2026-11-01'), to: null }] });
    expect(recomputeForCalendar([broken, term('2026-11-20')], before, after)).toEqual([
      {
        index: 0,
        oldDue: null,
        newDue: null,
        refusal: { code: 'stop_before_start', details: { from: '2026-11-01' } },
      },
      { index: 1, oldDue: '2026-12-02', newDue: '2026-12-03' },
    ]);
  });

  it('does not swallow an error that is no refusal', () => {
    const failing: WorkingCalendar = Object.assign(Object.create(before) as WorkingCalendar, {
      isWorkingEpochDay: () => {
        throw new TypeError('lost');
      },
    });
    expect(() => recomputeForCalendar([term('2026-11-20')], before, failing)).toThrow(TypeError);
  });
});
