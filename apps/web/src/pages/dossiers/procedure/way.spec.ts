import { describe, expect, it } from '@jest/globals';
import { type TimelineEntry } from '../dossier.types.js';
import { drawingOf, nextStepsOf, stepsOf, wholeDrawingOf } from './way.js';

const entry = (code: string, from: string | null, to: string | null, kind = 'transition') =>
  ({
    kind,
    code,
    from,
    to,
    at: '2026-07-13T00:00:00Z',
    actorName: null,
    actorRole: 'clerk',
  }) as TimelineEntry;
const edge = (from: string, command: string, to: string, ...by: string[]) => ({
  ...{ from, command, to, by },
  when: [],
  guards: [],
  effects: [],
});
const PROCEDURE = {
  initial: 'draft',
  states: ['draft', 'submitted', 'accepted', 'withdrawn', 'returned'].map((status) => ({
    status,
    label: { vi: status, en: status },
    tags: [],
    closed: false,
  })),
  edges: [
    edge('draft', 'submit', 'submitted', 'owner'),
    edge('submitted', 'accept', 'accepted', 'clerk'),
    edge('submitted', 'accept', 'accepted', 'head'),
    edge('submitted', 'assign', 'submitted', 'head'),
    edge('submitted', 'return', 'returned', 'clerk'),
    edge('submitted', 'withdraw', 'withdrawn', 'owner'),
    edge('accepted', 'withdraw', 'withdrawn', 'owner'),
  ],
};
const TIMELINE = [
  entry('accept', 'submitted', 'accepted'),
  entry('receipt', null, null, 'letter'),
  entry('submit', 'draft', 'submitted'),
];

describe('the way of a dossier', () => {
  it('is its steps, oldest first, without what moved nothing', () => {
    expect(stepsOf(TIMELINE).map(({ command }) => command)).toEqual(['submit', 'accept']);
  });
  it('goes on by what the pack allows from where it stands, each goal once with all who may', () => {
    expect(nextStepsOf(PROCEDURE, 'submitted')).toEqual([
      { command: 'accept', to: 'accepted', by: ['clerk', 'head'] },
      { command: 'return', to: 'returned', by: ['clerk'] },
      { command: 'withdraw', to: 'withdrawn', by: ['owner'] },
    ]);
    expect(nextStepsOf(PROCEDURE, 'returned')).toEqual([]);
  });
});

describe('the picture of the procedure', () => {
  it('tells where the dossier stands, where it was and where it may go', () => {
    const { statuses, edges } = drawingOf(PROCEDURE, stepsOf(TIMELINE), 'accepted');
    expect(Object.fromEntries(statuses.map(({ status, place }) => [status, place]))).toEqual({
      ...{ draft: 'been', submitted: 'been', accepted: 'here', withdrawn: 'possible', returned: 'other' },
    });
    expect(edges.map(({ from, to, place }) => `${from}>${to} ${place}`)).toEqual([
      ...['draft>submitted been', 'submitted>accepted been', 'submitted>returned other'],
      'accepted>withdrawn possible',
    ]);
  });
  it('has one arrow for several commands between the same two, and one that stays only where the dossier stands', () => {
    const { edges } = drawingOf(PROCEDURE, [], 'submitted');
    expect(edges.filter(({ to }) => to === 'accepted')).toHaveLength(1);
    expect(edges.find(({ from, to }) => from === to)).toEqual({
      ...{ from: 'submitted', to: 'submitted', commands: ['assign'], place: 'possible' },
    });
    const later = drawingOf(PROCEDURE, [], 'accepted');
    expect(later.edges.some(({ from, to }) => from === to)).toBe(false);
  });
  it('names on the way that was the steps that were taken, not what else could have led there', () => {
    const taken = [...TIMELINE, entry('assign', 'submitted', 'submitted')].slice(-2);
    const more = [edge('submitted', 'extend_deadline', 'submitted', 'head')];
    const procedure = { ...PROCEDURE, edges: [...PROCEDURE.edges, ...more] };
    const loopOf = (steps: typeof taken) =>
      drawingOf(procedure, stepsOf(steps), 'submitted').edges.find(({ from, to }) => from === to);
    expect(loopOf(taken)).toMatchObject({ place: 'been', commands: ['assign'] });
    expect(loopOf([])).toMatchObject({ place: 'possible', commands: ['assign', 'extend_deadline'] });
  });
  it('of no dossier shows every step but withdrawals, and stands nowhere', () => {
    const { statuses, edges } = wholeDrawingOf(PROCEDURE);
    expect([...statuses, ...edges].every(({ place }) => place === 'other')).toBe(true);
    expect(edges.map(({ from, to }) => `${from}>${to}`)).toContain('submitted>accepted');
    expect(edges.some(({ commands }) => commands.includes('withdraw'))).toBe(false);
  });
});
