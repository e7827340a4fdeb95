import { civilDate } from '#kernel';
import { computeDue } from './clock-term.js';
import { countsFrom } from './receipt-day.js';
import { workingCalendar } from './working-calendar.js';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;

describe('the day from which an arrival counts', () => {
  it.each([
    ['2026-11-18T16:59:59+07:00', '2026-11-18'],
    ['2026-11-18T17:00:00+07:00', '2026-11-18'],
    ['2026-11-18T17:00:00.001+07:00', '2026-11-19'],
    ['2026-11-18T23:59:59+07:00', '2026-11-19'],
    ['2026-11-19T00:00:00+07:00', '2026-11-19'],
    ['2026-12-31T20:00:00+07:00', '2027-01-01'],
  ])('%s with a cut-off at 17:00: %s', (instant, expected) => {
    expect(countsFrom(new Date(instant), 17)).toBe(expected);
  });

  it('is the Vietnamese day, not that of the zone in which the instant is written', () => {
    expect(countsFrom(new Date('2026-11-17T18:30:00Z'), 17)).toBe('2026-11-18');
    expect(countsFrom(new Date('2026-11-18T10:30:00Z'), 17)).toBe('2026-11-19');
    expect(countsFrom(new Date('2026-11-17T16:59:59Z'), null)).toBe('2026-11-17');
    expect(countsFrom(new Date('2026-11-17T17:00:00Z'), null)).toBe('2026-11-18');
  });

  it('can be cut off at half past', () => {
    expect(countsFrom(new Date('2026-11-18T16:30:00+07:00'), 16.5)).toBe('2026-11-18');
    expect(countsFrom(new Date('2026-11-18T16:31:00+07:00'), 16.5)).toBe('2026-11-19');
  });

  it('never gives the earlier of two arrivals the later date', () => {
    const hours = Array.from({ length: 24 * 5 }, (_, hour) => new Date(Date.UTC(2026, 10, 19, hour)));
    const dues = hours.map((instant) =>
      computeDue(
        { start: countsFrom(instant, 17), duration: { value: 7, unit: 'working_day' }, stops: [] },
        workingCalendar([]),
      ),
    );
    expect(dues).toEqual([...dues].sort());
    expect(new Set(dues)).toEqual(
      new Set(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].map(civilDate)),
    );
  });

  it.each([0, 24, -1, Number.NaN])('refuses %p as an hour to cut off', (hour) => {
    expect(() => countsFrom(new Date('2026-11-18T10:00:00Z'), hour)).toThrow(
      refusal('cut_off_hour_impossible'),
    );
  });

  it('refuses an instant that is none', () => {
    expect(() => countsFrom(new Date('never'), 17)).toThrow(refusal('impossible_value'));
  });
});
