import { addDays, civilDate } from '#kernel';
import { type CalendarDay } from './deadline.types.js';
import { workingCalendar } from './working-calendar.js';

const day = civilDate;
const ROWS: CalendarDay[] = [
  { date: '2026-04-26', type: 'holiday', name: { vi: 'Giỗ Tổ', en: 'Hung Kings' } },
  { date: '2026-04-27', type: 'compensatory', basis: 'art. 111(3)', verification: 'inference' },
  { date: '2026-04-30', type: 'holiday', basis: 'Labour Code art. 112', verification: 'text_read' },
  { date: '2026-05-01', type: 'holiday' },
  { date: '2026-08-22', type: 'swap_work', verification: 'memory' },
  { date: '2026-08-31', type: 'swap_off' },
];
const calendar = workingCalendar(ROWS);
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('which days are worked', () => {
  it.each([
    ['2026-04-23', true, 'working'],
    ['2026-04-25', false, 'weekend'],
    ['2026-04-26', false, 'holiday'],
    ['2026-04-27', false, 'compensatory'],
    ['2026-04-30', false, 'holiday'],
    ['2026-08-22', true, 'swap_work'],
    ['2026-08-23', false, 'weekend'],
    ['2026-08-31', false, 'swap_off'],
  ])('%s: worked %p, because %s', (date, working, reason) => {
    expect(calendar.isWorkingDay(day(date))).toBe(working);
    expect(calendar.explainDay(day(date))).toMatchObject({ date, working, reason });
  });

  it('a row brings its name, basis and verification, and nothing that is not known', () => {
    expect(calendar.explainDay(day('2026-04-27'))).toEqual({
      date: '2026-04-27',
      working: false,
      reason: 'compensatory',
      basis: 'art. 111(3)',
      verification: 'inference',
    });
    expect(calendar.explainDay(day('2026-04-26')).name).toEqual({ vi: 'Giỗ Tổ', en: 'Hung Kings' });
    expect(Object.keys(calendar.explainDay(day('2026-04-28')))).toEqual(['date', 'working', 'reason']);
  });

  it('without rows only the week decides', () => {
    const bare = workingCalendar([]);
    expect(bare.isWorkingDay(day('2026-04-30'))).toBe(true);
    expect(bare.isWorkingDay(day('2026-08-22'))).toBe(false);
  });
});

describe('counting working days', () => {
  it('adds and takes away, over holidays and swapped days', () => {
    expect(calendar.addWorkingDays(day('2026-04-24'), 3)).toBe('2026-05-04');
    expect(calendar.minusWorkingDays(day('2026-05-04'), 3)).toBe('2026-04-24');
    expect(calendar.addWorkingDays(day('2026-08-21'), 1)).toBe('2026-08-22');
    expect(calendar.minusWorkingDays(day('2026-09-01'), 1)).toBe('2026-08-28');
  });

  it('leaves the day alone for zero, a rest day too', () => {
    expect(calendar.addWorkingDays(day('2026-04-30'), 0)).toBe('2026-04-30');
    expect(calendar.minusWorkingDays(day('2026-04-30'), 0)).toBe('2026-04-30');
  });

  it('never calls a day its own next working day', () => {
    expect(calendar.nextWorkingDay(day('2026-04-28'))).toBe('2026-04-29');
    expect(calendar.nextWorkingDay(day('2026-04-29'))).toBe('2026-05-04');
  });

  it('counts between, first day out and last day in, backwards as a negative number', () => {
    expect(calendar.workingDaysBetween(day('2026-04-24'), day('2026-05-04'))).toBe(3);
    expect(calendar.workingDaysBetween(day('2026-05-04'), day('2026-04-24'))).toBe(-3);
    expect(calendar.workingDaysBetween(day('2026-04-24'), day('2026-04-24'))).toBe(0);
    expect(calendar.workingDaysBetween(day('2026-04-30'), day('2026-05-03'))).toBe(0);
    expect(Object.is(calendar.workingDaysBetween(day('2026-05-03'), day('2026-04-30')), 0)).toBe(true);
  });
});

describe('calendars and counts that are refused', () => {
  it('two rows for a day, whether they differ or not', () => {
    const off: CalendarDay = { date: '2026-01-02', type: 'swap_off' };
    expect(() => workingCalendar([off, { date: '2026-01-02', type: 'swap_work' }])).toThrow(
      expect.objectContaining({
        code: 'calendar_rows_contradict',
        details: { date: '2026-01-02', types: ['swap_off', 'swap_work'] },
      }),
    );
    expect(() => workingCalendar([off, off])).toThrow(refusal('calendar_rows_contradict'));
  });

  it('a row of an unknown type or of a day that does not exist', () => {
    const halfDay = { date: '2026-01-02', type: 'half_day' } as unknown as CalendarDay;
    expect(() => workingCalendar([halfDay])).toThrow(refusal('calendar_row_unknown_type'));
    expect(() => workingCalendar([{ date: '2026-02-30', type: 'holiday' }])).toThrow(
      refusal('impossible_value'),
    );
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 3_661])('a count of %p days', (count) => {
    expect(() => calendar.addWorkingDays(day('2026-01-05'), count)).toThrow(refusal('duration_impossible'));
    expect(() => calendar.minusWorkingDays(day('2026-01-05'), count)).toThrow(refusal('duration_impossible'));
  });

  it('a calendar in which nobody ever works ends by name, not in a hang', () => {
    const closedFor60Years = Array.from({ length: 21_915 }, (_, index): CalendarDay => ({
      date: addDays(day('2026-01-01'), index),
      type: 'holiday',
    }));
    const closed = workingCalendar(closedFor60Years);
    expect(() => closed.nextWorkingDay(day('2026-01-01'))).toThrow(refusal('clock_without_end'));
    expect(() => calendar.addWorkingDays(day('9999-12-30'), 5)).toThrow(refusal('clock_without_end'));
  });
});
