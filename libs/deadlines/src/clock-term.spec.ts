import { civilDate } from '#kernel';
import { computeDue } from './clock-term.js';
import { type ClockTerm, type Stop } from './deadline.types.js';
import { workingCalendar } from './working-calendar.js';

const day = civilDate;
/** Autumn 2026 has one holiday, Tuesday 24/11; Saturday 22/08 is worked for Monday 31/08. */
const calendar = workingCalendar([
  { date: '2026-08-22', type: 'swap_work' },
  { date: '2026-08-31', type: 'swap_off' },
  { date: '2026-11-24', type: 'holiday' },
]);
const stop = (from: string, to: string | null): Stop => ({
  from: day(from),
  to: to === null ? null : day(to),
});
const term = (start: string, value: number, unit: 'working_day' | 'day', ...stops: Stop[]): ClockTerm => ({
  start: day(start),
  duration: { value, unit },
  stops,
});
const due = (clock: ClockTerm) => computeDue(clock, calendar);
const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('terms in working days', () => {
  it('never count the start day', () => expect(due(term('2026-11-16', 1, 'working_day'))).toBe('2026-11-17'));
  it('begin on the next working day when the start is a rest day', () => {
    expect(due(term('2026-11-21', 1, 'working_day'))).toBe('2026-11-23');
    expect(due(term('2026-11-20', 1, 'working_day'))).toBe('2026-11-23');
  });
  it('add an extension in working days, from the same start', () => {
    expect(due({ ...term('2026-11-20', 7, 'working_day'), extensionDays: 7 })).toBe('2026-12-11');
  });
});

describe('terms in calendar days', () => {
  it('move a last day that is a rest day on, over a holiday too', () => {
    expect(due(term('2026-11-12', 10, 'day'))).toBe('2026-11-23');
    expect(due(term('2026-11-14', 10, 'day'))).toBe('2026-11-25');
  });
  it('do not move from a Saturday that is worked, but from the Monday that is off for it', () => {
    expect(due(term('2026-08-12', 10, 'day'))).toBe('2026-08-22');
    expect(due(term('2026-08-21', 10, 'day'))).toBe('2026-09-01');
  });
  it('add an extension in calendar days to the unmoved end', () => {
    expect(due({ ...term('2026-11-12', 10, 'day'), extensionDays: 5 })).toBe('2026-11-27');
  });
  it('leave stopped days out', () => {
    expect(due(term('2026-11-02', 10, 'day', stop('2026-11-04', '2026-11-09')))).toBe('2026-11-17');
  });
  it('do not end on a stopped day when they move on', () => {
    expect(due(term('2026-11-12', 10, 'day', stop('2026-11-22', '2026-11-25')))).toBe('2026-11-26');
  });
});

describe('stops', () => {
  const seven = (...stops: Stop[]) => due(term('2026-11-20', 7, 'working_day', ...stops));

  it('let the day count on which they begin, not the one on which they end', () => {
    expect(seven()).toBe('2026-12-02');
    expect(seven(stop('2026-11-25', '2026-11-26'))).toBe('2026-12-03');
  });
  it('of a single day keep nothing from counting', () => {
    expect(seven(stop('2026-11-25', '2026-11-25'))).toBe('2026-12-02');
  });
  it('over rest days alone move nothing', () =>
    expect(seven(stop('2026-11-27', '2026-11-29'))).toBe('2026-12-02'));
  it('may begin on the start day', () => expect(seven(stop('2026-11-20', '2026-11-23'))).toBe('2026-12-03'));
  it('count once where they overlap, contain each other or are the same', () => {
    const long = stop('2026-11-25', '2026-12-02');
    expect(seven(long)).toBe('2026-12-09');
    expect(seven(long, stop('2026-11-26', '2026-11-30'))).toBe('2026-12-09');
    expect(seven(long, long)).toBe('2026-12-09');
  });
  it('count each where several requests follow each other (a second one is not overdue for the first)', () => {
    expect(seven(stop('2026-11-23', '2026-11-25'), stop('2026-11-26', '2026-11-30'))).toBe('2026-12-07');
  });
  it('do not depend on the order in which they are kept', () => {
    const [a, b] = [stop('2026-11-23', '2026-11-25'), stop('2026-11-26', '2026-11-30')];
    expect(seven(b, a)).toBe(seven(a, b));
  });
});

describe('open stops', () => {
  const seven = (...stops: Stop[]) => due(term('2026-11-20', 7, 'working_day', ...stops));

  it('leave no date, alone or beside closed ones', () => {
    expect(seven(stop('2026-11-25', null))).toBeNull();
    expect(seven(stop('2026-11-20', null))).toBeNull();
    expect(seven(stop('2026-11-23', '2026-11-25'), stop('2026-11-27', null))).toBeNull();
  });
  it('that begin on the last day are in time; a day later the term had run out', () => {
    expect(seven(stop('2026-12-02', null))).toBeNull();
    expect(seven(stop('2026-12-03', null))).toBe('2026-12-02');
  });
  it('on the rest days before a moved last day are in time', () => {
    expect(due(term('2026-11-12', 10, 'day', stop('2026-11-22', null)))).toBeNull();
    expect(due(term('2026-11-12', 10, 'day', stop('2026-11-23', null)))).toBeNull();
    expect(due(term('2026-11-12', 10, 'day', stop('2026-11-24', null)))).toBe('2026-11-23');
  });
});

describe('an extension taken back while there are stops', () => {
  it('gives the date that was there without it', () => {
    const plain = term('2026-11-20', 7, 'working_day', stop('2026-11-25', '2026-12-02'));
    const extended = { ...plain, extensionDays: 7 };
    expect(due(extended)).toBe('2026-12-18');
    expect(due({ ...extended, extensionDays: 0 })).toBe(due(plain));
  });
});

describe('terms that are refused', () => {
  it.each([0, -7, 2.5, Number.NaN, 3_661])('a duration of %p', (value) => {
    expect(() => due(term('2026-11-20', value, 'working_day'))).toThrow(refusal('duration_impossible'));
    expect(() => due(term('2026-11-20', value, 'day'))).toThrow(refusal('duration_impossible'));
  });
  it('an unknown unit', () => {
    expect(() => due(term('2026-11-20', 7, 'hour' as 'day'))).toThrow(refusal('duration_impossible'));
  });
  it.each([-1, 0.5, 3_660])('an extension of %p', (extensionDays) => {
    expect(() => due({ ...term('2026-11-20', 7, 'day'), extensionDays })).toThrow(
      refusal('extension_impossible'),
    );
  });
  it('a stop that ends before it begins, or begins before the clock', () => {
    expect(() => due(term('2026-11-20', 7, 'day', stop('2026-11-25', '2026-11-24')))).toThrow(
      refusal('stop_reversed'),
    );
    expect(() => due(term('2026-11-20', 7, 'day', stop('2026-11-19', '2026-11-24')))).toThrow(
      refusal('stop_before_start'),
    );
  });
  it('a day that does not exist', () => {
    expect(() => due(term('2026-11-20', 7, 'day', { from: '2026-11-31' as never, to: null }))).toThrow(
      refusal('impossible_value'),
    );
  });
  it('a term that never ends: stopped for a lifetime, or at the end of time', () => {
    const stopped = term('2026-11-20', 7, 'working_day', stop('2026-11-23', '2099-01-01'));
    expect(() => due(stopped)).toThrow(refusal('clock_without_end'));
    expect(() => due(term('9999-12-30', 10, 'working_day'))).toThrow(refusal('clock_without_end'));
  });
});
