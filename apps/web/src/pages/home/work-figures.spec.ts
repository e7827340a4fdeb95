import { describe, expect, test } from '@jest/globals';
import { listQueryOf, readFilter, TABS } from '../dossiers/worklist/worklist-filter.js';
import { looksOn, workFigures } from './work-figures.js';

const counts = (from: number) => ({
  ...{ mine: from, unassigned: from + 1, team: from + 2, open: from + 3, closed: from + 4 },
  ...{ nearDue: from + 5, overdue: from + 6, action: from + 7, all: from + 8 },
});
const figures = (...roles: Parameters<typeof workFigures>[0]) =>
  workFigures(roles, counts(100), counts(0)).map(({ name, value, to }) => {
    const query = listQueryOf(readFilter(new URL(to, 'http://x').searchParams, TABS));
    return [name, value, new URLSearchParams(query as Record<string, string>).toString()];
  });

describe('the figures of a day', () => {
  test('are what waits for the reader, each with the list of just that', () => {
    expect(figures('appraiser')).toEqual([
      ['waiting', 7, 'action=mine&sort=dueOn'],
      ['waitingOverdue', 6, 'action=mine&overdue=true&sort=dueOn'],
      ['waitingNearDue', 5, 'action=mine&nearDue=true&sort=dueOn'],
      ['mine', 100, 'tab=mine&sort=dueOn'],
    ]);
  });
  test('count what nobody works on for those who assign', () => {
    expect(figures('head').at(-1)).toEqual(['unassigned', 101, 'tab=unassigned&sort=dueOn']);
    expect(workFigures(['head'], { ...counts(100), unassigned: null }, counts(0)).at(-1)?.name).toBe('mine');
  });
  test('tell an owner what was settled, and of what is late rather than of what will be', () => {
    expect(figures('investor').map(([name]) => name)).toEqual([
      'waiting',
      'waitingOverdue',
      'mine',
      'closed',
    ]);
    const calm = workFigures(['requester'], counts(0), { ...counts(0), overdue: 0 });
    expect(calm.map(({ name }) => name)).toEqual(['waiting', 'waitingNearDue', 'mine', 'closed']);
  });
  test('are no figures where nothing of a dossier is anybody’s to do or to see', () => {
    const seen = (['admin', 'law_officer', 'council_secretary'] as const).map((role) => figures(role).length);
    expect([...seen, figures('agency').length]).toEqual([0, 0, 0, 3]);
    expect(figures('auditor', 'admin').map(([name]) => name)).toEqual(['open', 'overdue', 'nearDue']);
  });
  test('are those of the whole house for those who look on', () => {
    expect([looksOn(['auditor']), looksOn(['auditor', 'clerk'])]).toEqual([true, false]);
    expect(figures('auditor')).toEqual([
      ['open', 103, 'tab=open&sort=dueOn'],
      ['overdue', 106, 'overdue=true&sort=dueOn'],
      ['nearDue', 105, 'nearDue=true&sort=dueOn'],
    ]);
  });
});
