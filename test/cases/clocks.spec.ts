import { computeDue, explainClock, workingCalendar } from '#deadlines';
import { civilDate } from '#kernel';
import { acceptanceCases, type ClockCase } from '../support/acceptance-cases.js';

const { calendars, cases } = acceptanceCases('clocks');

const termOf = ({ start, duration, stops }: ClockCase) => ({
  start: civilDate(start),
  duration,
  stops: stops.map(({ from, to }) => ({ from: civilDate(from), to: to === null ? null : civilDate(to) })),
});

describe('acceptance cases of clocks', () => {
  it('are there', () => expect(cases.length).toBeGreaterThanOrEqual(13));

  it.each(cases.map((item) => [item.id, item.note, item] as const))('%s: %s', (_id, _note, item) => {
    const calendar = workingCalendar(calendars[item.calendar] ?? []);
    const term = termOf(item);
    expect(computeDue(term, calendar)).toBe(item.expectedDue);
    expect(explainClock(term, calendar).dueOn).toBe(item.expectedDue);
  });

  it.each([...new Set(cases.map((item) => item.calendar))])('the calendar %s is given', (name) => {
    expect(calendars[name]?.length).toBeGreaterThan(0);
  });
});
