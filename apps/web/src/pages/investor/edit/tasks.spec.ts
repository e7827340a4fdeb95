import { describe, expect, test } from '@jest/globals';
import { draftOf } from '../draft/draft.types.js';
import { typedNumber, writtenNumber } from '../fields/typed-values.js';
import { answersTo, newDossierOf, stepsFor } from '../new/steps.js';
import { withChange } from '../preview/try-change.js';
import { progressOf, taskOfFault, type Task, tasksOf, taskState } from './tasks.js';

const stateOf = (task: Task, facts: object, more: object = {}) =>
  taskState(task, { draft: draftOf(facts), faults: [], formal: [], maySubmit: false, ...more });
const MACHINE = { id: 'm', name: 'Máy ép', condition: 'used', hsCode: '8477', yearMade: 2015 };

describe('how far a task is', () => {
  test.each([
    ['project', {}, 'not_started'],
    ['project', { project: { name: 'A' } }, 'in_progress'],
    ['project', { project: { name: 'A', stage: 'policy' } }, 'complete'],
    ['lines', {}, 'not_started'],
    ['lines', { equipment: [MACHINE] }, 'optional'],
    ['lines', { lines: [{ id: 'l', name: 'L', condition: 'new' }] }, 'complete'],
    ['machinery', { equipment: [MACHINE] }, 'complete'],
    ['machinery', { equipment: [{ id: 'm', name: 'x', condition: 'used' }] }, 'in_progress'],
    ['evidence', {}, 'optional'],
    ['particulars', {}, 'optional'],
    ['documents', { papers: [{ item: 'D2' }] }, 'in_progress'],
    ['check', {}, 'cannot_start'],
  ] as const)('%s with %j is %s', (task, facts, expected) => expect(stateOf(task, facts)).toBe(expected));

  test('particulars are entered in a draft by whom it belongs to, and are asked for as far as the API misses them', () => {
    const draft = { status: 'draft', relations: ['owner'] } as const;
    expect(tasksOf(draft)).toContain('particulars');
    expect(tasksOf({ ...draft, status: 'supplement_requested' })).not.toContain('particulars');
    expect(tasksOf({ ...draft, relations: ['lead_appraiser'] })).not.toContain('particulars');
    expect(stateOf('particulars', {}, { authority: true })).toBe('complete');
    const formal = ['project_authority_missing'];
    expect(stateOf('particulars', {}, { formal, authority: true })).toBe('not_started');
  });

  test('what is wrong goes first, found here or by the API', () => {
    const fault = { section: 'equipment', id: 'm', field: 'yearMade', code: 'not_whole' };
    expect(stateOf('machinery', { equipment: [MACHINE] }, { faults: [fault] })).toBe('action_required');
    const formal = ['hs_digits:/equipment/0/hsCode'];
    expect(stateOf('machinery', { equipment: [MACHINE] }, { formal })).toBe('action_required');
    expect([taskOfFault('technology_missing'), taskOfFault(formal[0] ?? '')]).toEqual(['lines', 'machinery']);
  });
});

describe('the questions before a draft', () => {
  test('an investor answers two, a requester names investor and authority, a clerk the paper', () => {
    expect(stepsFor(['investor'], { procedure: 'opinion' })).toEqual(['procedure', 'name', 'check']);
    expect(stepsFor(['requester'], {})).toEqual(['procedure', 'investor', 'authority', 'name', 'check']);
    expect(stepsFor(['clerk'], { behalfKind: 'investor' })).toEqual([
      'procedure',
      'behalf',
      'paper',
      'name',
      'check',
    ]);
    expect(stepsFor(['investor'], { procedure: 'reappraisal' })).toEqual(['procedure', 'first', 'check']);
  });
  test('of one question are kept without those of others', () => {
    const answers = { opening: 'k', procedure: 'opinion', name: '', behalf: 'o', behalfName: 'Sở' } as const;
    expect([answersTo('name', answers), answersTo('behalf', answers), answersTo('check', answers)]).toEqual([
      ...[{ name: '' }, { behalf: 'o', behalfName: 'Sở' }, {}],
    ]);
  });
  test('become the body of a draft', () => {
    expect(
      newDossierOf({
        procedure: 'opinion',
        behalf: 'o',
        number: '1',
        on: '2026-01-01',
        receivedOn: '2026-01-02',
      }),
    ).toEqual({
      procedureId: 'opinion',
      onBehalfOf: 'o',
      incoming: { number: '1', on: '2026-01-01', receivedOn: '2026-01-02' },
    });
    expect(newDossierOf({})).toBeNull();
  });
});

test('progress counts what has to be done, and can be whole', () => {
  const states = [
    { task: 'project', is: 'complete' },
    { task: 'lines', is: 'in_progress' },
    { task: 'machinery', is: 'optional' },
    { task: 'evidence', is: 'complete' },
    { task: 'check', is: 'cannot_start' },
  ] as const;
  expect(progressOf(states)).toEqual({ done: 2, all: 3 });
});

describe('values as people type them', () => {
  test('numbers with comma, point or groups; other text stays what it is', () => {
    expect(['84,9', '84.9', '12x', ' '].map((text) => typedNumber(text))).toEqual([
      84.9,
      84.9,
      '12x',
      undefined,
    ]);
  });
  test.each([
    ['1.200.000', { grouped: true }, 1_200_000],
    ['1,200,000', { grouped: true }, 1_200_000],
    ['1.200,5', { grouped: true }, 1200.5],
    ['1,200', { grouped: true }, 1.2],
    ['1,200', { grouped: true, language: 'en' }, 1200],
    ['1,200.5', { grouped: true, language: 'en' }, 1200.5],
    ['1,200', { grouped: true, whole: true }, 1200],
    ['1.200 đ', { grouped: true, whole: true }, 1200],
    ['2.500.000.000 VNĐ', { grouped: true, whole: true }, 2_500_000_000],
    ['0.500', { grouped: true }, 0.5],
    ['0,500', { grouped: true, whole: true }, 0.5],
    ['84,9 %', {}, 84.9],
    ['84.9%', { language: 'en' }, 84.9],
    ['%', {}, '%'],
    ['12 m', {}, '12 m'],
  ])('%s in a field like %j is %s', (text, style, number) => expect(typedNumber(text, style)).toBe(number));

  test.each([
    [1_200_000, { grouped: true }, '1.200.000'],
    [1200.25, { grouped: true, language: 'en' }, '1,200.25'],
    [1.234, { grouped: true, language: 'en' }, '1.234'],
    [84.9, {}, '84,9'],
    [84.9, { language: 'en' }, '84.9'],
  ])('%d is written as it is read again: %j, %s', (number, style, text) => {
    expect(writtenNumber(number, style)).toBe(text);
    expect(typedNumber(text, style)).toBe(number);
  });
  test('a change is tried on a copy only', () => {
    const draft = draftOf({ equipment: [MACHINE], lines: [{ id: 'l', standards: ['x'] }] });
    const tried = withChange(withChange(draft, { path: 'equipment[m].yearMade', to: 2020 }), {
      path: 'lines[l].standards',
      to: 2,
    });
    expect([tried.equipment[0]?.['yearMade'], tried.lines[0]?.['standards']]).toEqual([2020, ['x', '#2']]);
    expect(draft.equipment[0]).toEqual(MACHINE);
    expect(withChange(draft, { path: 'lines[l].efficiencyPct', to: 90 }).lines[0]).toMatchObject({
      efficiencyPct: { value: 90 },
    });
  });
});
