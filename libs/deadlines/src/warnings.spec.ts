import { civilDate } from '#kernel';
import { type ClockTerm, type Stop } from './deadline.types.js';
import { elapsedDays, isOverdue, isStopped, planWarnings, remainingDays } from './warnings.js';
import { workingCalendar } from './working-calendar.js';

const day = civilDate;
const calendar = workingCalendar([{ date: '2026-11-24', type: 'holiday' }]);
const stop = (from: string, to: string | null): Stop => ({
  from: day(from),
  to: to === null ? null : day(to),
});
/** Counted days: 23, 25, 26, 27, 30 November, 1 and 2 December. */
const seven = (...stops: Stop[]): ClockTerm => ({
  start: day('2026-11-20'),
  duration: { value: 7, unit: 'working_day' },
  stops,
});
const planned = (term: ClockTerm) =>
  planWarnings(term, calendar).map(({ percent, on }) => `${percent} ${on.slice(5)}`);

describe('warnings', () => {
  it('of seven days fall on days 4, 6 and 7', () => {
    expect(planned(seven())).toEqual(['50 11-27', '75 12-01', '90 12-02']);
  });
  it('fall exactly on a share that is a whole day', () => {
    const twenty: ClockTerm = { start: day('2026-03-01'), duration: { value: 20, unit: 'day' }, stops: [] };
    expect(planned(twenty)).toEqual(['50 03-11', '75 03-16', '90 03-19']);
  });
  it('of a single day fall together', () => {
    const one: ClockTerm = { ...seven(), duration: { value: 1, unit: 'working_day' } };
    expect(planned(one)).toEqual(['50 11-23', '75 11-23', '90 11-23']);
  });
  it('move with stops and extensions', () => {
    expect(planned(seven(stop('2026-11-25', '2026-11-27')))).toEqual(['50 12-01', '75 12-03', '90 12-04']);
    expect(planned({ ...seven(), extensionDays: 3 })).toEqual(['50 11-30', '75 12-03', '90 12-04']);
  });
  it('that an open stop keeps from coming are left out', () => {
    expect(planned(seven(stop('2026-11-27', null)))).toEqual(['50 11-27']);
    expect(planned(seven(stop('2026-11-20', null)))).toEqual([]);
  });
});

describe('days gone and days left', () => {
  it('begin with the whole term and end with nothing left', () => {
    expect(elapsedDays(seven(), calendar, day('2026-11-01'))).toBe(0);
    expect(remainingDays(seven(), calendar, day('2026-11-20'))).toBe(7);
    expect(elapsedDays(seven(), calendar, day('2026-11-24'))).toBe(1);
    expect(remainingDays(seven(), calendar, day('2026-12-01'))).toBe(1);
    expect(remainingDays(seven(), calendar, day('2026-12-02'))).toBe(0);
    expect(elapsedDays(seven(), calendar, day('2027-06-01'))).toBe(7);
  });
  it('turn negative when overdue, in the unit of the term', () => {
    expect(remainingDays(seven(), calendar, day('2026-12-03'))).toBe(-1);
    expect(remainingDays(seven(), calendar, day('2026-12-07'))).toBe(-3);
    const days: ClockTerm = { ...seven(), duration: { value: 12, unit: 'day' } };
    expect(remainingDays(days, calendar, day('2026-12-07'))).toBe(-5);
  });
  it('are at least one day late from the first day on, a rest day too', () => {
    const friday: ClockTerm = { ...seven(), duration: { value: 4, unit: 'working_day' } };
    expect(isOverdue(friday, calendar, day('2026-11-28'))).toBe(true);
    expect(remainingDays(friday, calendar, day('2026-11-28'))).toBe(-1);
    expect(remainingDays(friday, calendar, day('2026-11-30'))).toBe(-1);
  });
  it('stand while the clock stands', () => {
    const standing = seven(stop('2026-11-25', null));
    for (const on of ['2026-11-25', '2026-11-26', '2027-05-03']) {
      expect(elapsedDays(standing, calendar, day(on))).toBe(2);
      expect(remainingDays(standing, calendar, day(on))).toBe(5);
    }
  });
});

describe('overdue', () => {
  it('is the day after the due day, not the due day', () => {
    expect(isOverdue(seven(), calendar, day('2026-12-02'))).toBe(false);
    expect(isOverdue(seven(), calendar, day('2026-12-03'))).toBe(true);
  });
  it('is nothing that is done through the day to which the last day moved', () => {
    const moved: ClockTerm = { start: day('2026-11-12'), duration: { value: 10, unit: 'day' }, stops: [] };
    for (const on of ['2026-11-22', '2026-11-23']) {
      expect(isOverdue(moved, calendar, day(on))).toBe(false);
      expect(remainingDays(moved, calendar, day(on))).toBe(0);
    }
    expect(isOverdue(moved, calendar, day('2026-11-24'))).toBe(true);
  });
  it('is never a clock that stands, however long', () => {
    expect(isOverdue(seven(stop('2026-12-02', null)), calendar, day('2030-01-01'))).toBe(false);
    const longAgo = seven(stop('2026-11-25', '2027-03-01'));
    expect(isOverdue(longAgo, calendar, day('2027-03-01'))).toBe(false);
  });
  it('comes back when a stop that began too late ends', () => {
    const late = seven(stop('2026-12-04', '2026-12-08'));
    expect(isOverdue(late, calendar, day('2026-12-04'))).toBe(true);
    expect(isOverdue(late, calendar, day('2026-12-07'))).toBe(false);
    expect(remainingDays(late, calendar, day('2026-12-07'))).toBe(0);
    expect(remainingDays(late, calendar, day('2026-12-09'))).toBe(-3);
  });
  it('follows several requests in a row, each with its own stop', () => {
    const twice = seven(stop('2026-11-23', '2026-11-27'), stop('2026-11-30', '2026-12-04'));
    expect(isOverdue(twice, calendar, day('2026-12-11'))).toBe(false);
    expect(isOverdue(twice, calendar, day('2026-12-12'))).toBe(true);
  });
  it('stops are seen from the day after they begin through the day on which they end', () => {
    const term = seven(stop('2026-11-25', '2026-11-27'));
    const on = (date: string) => isStopped(term, calendar, day(date));
    expect(['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
