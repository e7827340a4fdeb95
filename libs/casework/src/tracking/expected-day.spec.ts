import { describe, expect, test } from '@jest/globals';
import { civilDate } from '#kernel';
import { type ClockRow } from '../clocks/clock.row.js';
import { expectedDay, ownClock } from './expected-day.js';

/** A clock with what these rules read; the day on which it is due is its name. */
const clock = (
  purpose: ClockRow['purpose'],
  dueOn: string | null,
  state: ClockRow['state'] = 'running',
): ClockRow =>
  ({
    ...{ purpose, state, value: 7, unit: 'working_day', startOn: civilDate('2026-07-01') },
    dueOn: dueOn === null ? null : civilDate(dueOn),
    rule: { basis: 'NĐ 96/2026 art 6', verification: 'text_read' },
  }) as ClockRow;

describe('the clock that says when the department answers', () => {
  test.each<[string, ClockRow[], string | null | undefined]>([
    ['none', [], undefined],
    [
      'what the law makes the department answer, though a target of its own is nearer',
      [clock('internal_target', '2026-07-05'), clock('reply', '2026-07-10')],
      '2026-07-10',
    ],
    [
      'a step of its own before a target',
      [clock('internal_target', '2026-07-05'), clock('own_step', '2026-07-08')],
      '2026-07-08',
    ],
    [
      'the earliest of those that count alike',
      [clock('reply', '2026-07-12'), clock('reply', '2026-07-10')],
      '2026-07-10',
    ],
    [
      'a target or a new round where no term is open',
      [clock('new_round', '2026-07-09'), clock('internal_target', '2026-07-05')],
      '2026-07-05',
    ],
    [
      'one that is over is owed no more',
      [clock('reply', '2026-07-03', 'fulfilled'), clock('internal_target', '2026-07-05')],
      '2026-07-05',
    ],
    [
      'one that ran out is still owed',
      [clock('reply', '2026-07-03', 'expired'), clock('internal_target', '2026-07-05')],
      '2026-07-03',
    ],
    [
      'one that stands still has no day, and is not passed over for a target',
      [clock('reply', null, 'stopped'), clock('internal_target', '2026-07-05')],
      null,
    ],
    ['what others owe says nothing', [clock('supplement', '2026-07-05')], undefined],
  ])('%s', (_, clocks, due) => {
    const found = ownClock(clocks);
    expect(found === null ? undefined : found.dueOn).toBe(due);
  });
});

describe('the day as it is told', () => {
  test.each<[ClockRow['purpose'], string | null, string, boolean, boolean]>([
    ['reply', '2026-07-10', '2026-07-10', false, true],
    ['reply', '2026-07-10', '2026-07-11', true, true],
    ['own_step', null, '2026-07-11', false, true],
    ['internal_target', '2026-07-10', '2026-07-09', false, false],
    ['new_round', '2026-07-10', '2026-07-11', true, false],
  ])('%s due %s, on %s: passed %s, statutory %s', (purpose, due, today, passed, statutory) => {
    expect(expectedDay(clock(purpose, due), civilDate(today))).toEqual({
      ...{ on: due, passed, statutory, startedOn: '2026-07-01', value: 7, unit: 'working_day' },
      ...{ basis: 'NĐ 96/2026 art 6', verification: 'text_read' },
    });
  });
});
