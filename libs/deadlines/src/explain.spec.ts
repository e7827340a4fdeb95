import { civilDate } from '#kernel';
import { type CalendarDay, type ClockTerm, type ExplainedDay, type Stop } from './deadline.types.js';
import { explainClock } from './explain.js';
import { workingCalendar } from './working-calendar.js';

const day = civilDate;
const CULTURE_DAY: CalendarDay = {
  date: '2026-11-24',
  type: 'holiday',
  name: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' },
  basis: 'Nghị quyết 28/2026/QH16',
  verification: 'secondary',
};
const calendar = workingCalendar([
  CULTURE_DAY,
  { date: '2026-08-22', type: 'swap_work', name: { vi: 'Làm bù', en: 'Swapped' } },
  { date: '2026-08-31', type: 'swap_off' },
]);
const SUPPLEMENT: Stop = { from: day('2026-11-25'), to: day('2026-11-27'), reason: 'supplement_requested' };
const term = (start: string, value: number, unit: 'working_day' | 'day', ...stops: Stop[]): ClockTerm => ({
  start: day(start),
  duration: { value, unit },
  stops,
});
const told = ({ date, ordinal, reason }: ExplainedDay) => `${date.slice(5)} ${ordinal ?? '-'} ${reason}`;

describe('the explanation of a date', () => {
  it('tells every day, counted or skipped, and why', () => {
    const { dueOn, days } = explainClock(term('2026-11-20', 4, 'working_day', SUPPLEMENT), calendar);
    expect(dueOn).toBe('2026-12-01');
    expect(days.map(told)).toEqual([
      '11-20 - start',
      '11-21 - weekend',
      '11-22 - weekend',
      '11-23 1 counted',
      '11-24 - holiday',
      '11-25 2 counted',
      '11-26 - stopped',
      '11-27 - stopped',
      '11-28 - weekend',
      '11-29 - weekend',
      '11-30 3 counted',
      '12-01 4 counted',
    ]);
  });

  it('gives the row behind a day, and the stop behind a stopped one', () => {
    const { days } = explainClock(term('2026-11-20', 4, 'working_day', SUPPLEMENT), calendar);
    expect(days[4]).toEqual({
      date: '2026-11-24',
      counted: false,
      ordinal: null,
      reason: 'holiday',
      name: CULTURE_DAY.name,
      basis: CULTURE_DAY.basis,
      verification: 'secondary',
    });
    expect(days[6]?.stop).toEqual(SUPPLEMENT);
    expect(days[5]).not.toHaveProperty('stop');
  });

  it('shows how a last day moved on', () => {
    const { dueOn, days } = explainClock(term('2026-11-19', 3, 'day'), calendar);
    expect(dueOn).toBe('2026-11-23');
    expect(days.map(told)).toEqual([
      '11-19 - start',
      '11-20 1 counted',
      '11-21 2 counted',
      '11-22 3 counted',
      '11-23 - moved',
    ]);
  });

  it('shows rest days and stopped days over which a last day moved', () => {
    const { days } = explainClock(
      term('2026-11-20', 1, 'day', { from: day('2026-11-22'), to: day('2026-11-23') }),
      calendar,
    );
    expect(days.slice(1).map(told)).toEqual([
      '11-21 1 counted',
      '11-22 - weekend',
      '11-23 - stopped',
      '11-24 - holiday',
      '11-25 - moved',
    ]);
  });

  it('names swapped days for what they are', () => {
    const { days } = explainClock(term('2026-08-21', 7, 'working_day'), calendar);
    expect(days.map(told)).toContain('08-22 1 swap_work');
    expect(days.map(told)).toContain('08-31 - swap_off');
    expect(explainClock(term('2026-08-20', 2, 'day'), calendar).days.map(told)).toContain(
      '08-22 2 swap_work',
    );
  });

  it('repeats what it explains, extension included', () => {
    const explanation = explainClock({ ...term('2026-11-16', 2, 'working_day'), extensionDays: 1 }, calendar);
    expect(explanation).toMatchObject({
      start: '2026-11-16',
      duration: { value: 2, unit: 'working_day' },
      extensionDays: 1,
      dueOn: '2026-11-19',
    });
  });
});

describe('the explanation of a clock that stands', () => {
  const standing = term('2026-11-20', 7, 'working_day', { from: day('2026-11-25'), to: null });

  it('ends with the day on which the stop began, or with the day of the question', () => {
    expect(explainClock(standing, calendar).days.at(-1)).toMatchObject({ date: '2026-11-25', ordinal: 2 });
    const asked = explainClock(standing, calendar, day('2026-11-27'));
    expect(asked.dueOn).toBeNull();
    expect(asked.days.slice(-2).map(told)).toEqual(['11-26 - stopped', '11-27 - stopped']);
    expect(explainClock(standing, calendar, day('2026-11-21')).days.at(-1)?.date).toBe('2026-11-25');
  });

  it('does not depend on the day of the question when there is a date', () => {
    const running = term('2026-11-20', 2, 'working_day');
    expect(explainClock(running, calendar, day('2027-03-01'))).toEqual(explainClock(running, calendar));
  });

  it('refuses a question from another lifetime', () => {
    expect(() => explainClock(standing, calendar, day('2099-01-01'))).toThrow(
      expect.objectContaining({ code: 'clock_without_end' }),
    );
  });
});
