import { type CivilDate, civilDate } from '#kernel';
import { clockReadings, earliestDue } from './clock-readings.js';
import { type ClockTerm, type Stop } from './deadline.types.js';
import { workingCalendar } from './working-calendar.js';

const day = civilDate;
const calendar = workingCalendar([{ date: '2026-11-24', type: 'holiday' }]);
const seven = (...stops: Stop[]): ClockTerm => ({
  start: day('2026-11-20'),
  duration: { value: 7, unit: 'working_day' },
  stops,
});
const sure: Stop = { from: day('2026-11-25'), to: day('2026-11-27'), verification: 'text_read' };
const inferred: Stop = { from: day('2026-11-30'), to: day('2026-12-02'), verification: 'inference' };

describe('the earliest of several clocks', () => {
  const clock = (id: string, dueOn: CivilDate | null) => ({ id, dueOn });

  it('is the first date, whatever its place', () => {
    const clocks = [clock('b', day('2026-12-09')), clock('stopped', null), clock('a', day('2026-12-02'))];
    expect(earliestDue(clocks)?.id).toBe('a');
  });
  it('is the first in the list among equals, and none where none has a date', () => {
    const sameDay = day('2026-12-02');
    expect(earliestDue([clock('a', sameDay), clock('b', sameDay)])?.id).toBe('a');
    expect(earliestDue([clock('a', null)])).toBeNull();
    expect(earliestDue([])).toBeNull();
  });
});

describe('two readings of one term', () => {
  it('leave one date where nothing is in doubt', () => {
    const readings = clockReadings(seven(sure), calendar);
    expect(readings).toMatchObject({ dueOn: '2026-12-04', governing: { departures: [] }, others: [] });
  });

  it('put an earlier start first and show the other date', () => {
    const readings = clockReadings(seven(), calendar, { start: day('2026-11-16'), reason: 'receipt' });
    expect(readings.dueOn).toBe('2026-11-26');
    expect(readings.governing.departures).toEqual([{ kind: 'alternative_start', reason: 'receipt' }]);
    expect(readings.others).toMatchObject([{ departures: [], dueOn: '2026-12-02' }]);
  });

  it('keep the term as it is where the other start is later', () => {
    const readings = clockReadings(seven(), calendar, { start: day('2026-11-25'), reason: 'valid_dossier' });
    expect(readings).toMatchObject({ dueOn: '2026-12-02', governing: { departures: [] } });
    expect(readings.others.map((reading) => reading.dueOn)).toEqual(['2026-12-04']);
  });

  it('leave out only the stops that are not verified', () => {
    const readings = clockReadings(seven(sure, inferred), calendar);
    expect(readings.dueOn).toBe('2026-12-04');
    expect(readings.governing.departures).toEqual([
      { kind: 'doubtful_stops_left_out', reason: 'stop_not_verified' },
    ]);
    expect(readings.governing.term.stops).toEqual([sure]);
    expect(readings.others.map((reading) => reading.dueOn)).toEqual(['2026-12-08']);
  });

  it('let the date stand beside a doubtful stop that is still open', () => {
    const readings = clockReadings(seven({ ...inferred, to: null, verification: 'memory' }), calendar);
    expect(readings.dueOn).toBe('2026-12-02');
    expect(readings.others).toMatchObject([{ departures: [], dueOn: null }]);
  });

  it('have no date where a stop beyond doubt is open in each', () => {
    const open: Stop = { from: day('2026-11-25'), to: null };
    const readings = clockReadings(seven(open), calendar, { start: day('2026-11-18'), reason: 'receipt' });
    expect(readings).toMatchObject({ dueOn: null, governing: { departures: [] } });
    expect(readings.others.map((reading) => reading.dueOn)).toEqual([null]);
  });

  it('combine both doubts', () => {
    const readings = clockReadings(seven(inferred), calendar, {
      start: day('2026-11-19'),
      reason: 'receipt',
    });
    expect(readings.dueOn).toBe('2026-12-01');
    expect(readings.governing.departures.map(({ kind }) => kind)).toEqual([
      'alternative_start',
      'doubtful_stops_left_out',
    ]);
    expect(readings.others.map((reading) => reading.dueOn)).toEqual([
      '2026-12-04',
      '2026-12-03',
      '2026-12-02',
    ]);
  });

  it('keep of a stop what lies after a later start, the open ones whole', () => {
    const before: Stop = { from: day('2026-11-20'), to: day('2026-11-23') };
    const across: Stop = { from: day('2026-11-23'), to: day('2026-11-26') };
    const readings = clockReadings(seven(before, across), calendar, {
      start: day('2026-11-25'),
      reason: 'event',
    });
    expect(readings.others[0]?.term.stops).toEqual([{ from: '2026-11-25', to: '2026-11-26' }]);
    expect(readings.others[0]?.dueOn).toBe('2026-12-07');
    const open: Stop = { from: day('2026-11-23'), to: null };
    const standing = clockReadings(seven(open), calendar, { start: day('2026-11-25'), reason: 'event' });
    expect(standing.others[0]?.term.stops).toEqual([{ from: '2026-11-25', to: null }]);
  });
});
