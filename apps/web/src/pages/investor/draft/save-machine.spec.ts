import { describe, expect, test } from '@jest/globals';
import { type Problem } from '../../../api/problem.js';
import { draftOf, withValue } from './draft.types.js';
import { isUnsaved, next, type SaveEvent, type SaveState, startOf } from './save-machine.js';

const PROJECT = { section: 'project', id: null } as const;
const START = draftOf({ project: { name: 'A' }, lines: [{ id: 'l', name: 'L' }] });
const problem = (code: string, status: number, errors?: Problem['errors']): Problem => ({
  ...{ code, status, title: '', detail: '' },
  ...(errors ? { errors } : {}),
});
const play = (events: SaveEvent[], from: SaveState = startOf(START, 3)): SaveState =>
  events.reduce(next, from);
const typed = (field: string, value: unknown, draft = START): SaveEvent => ({
  ...{ type: 'edit', draft: withValue(draft, { ...PROJECT, field }, value), at: 1 },
});
const send = (key = 'k'): SaveEvent => ({ type: 'send', key, faults: [] });
const stored = (project: object, revision = 4): SaveEvent => ({
  ...{ type: 'stored', server: { ...START, project: { ...project } }, revision, at: 9 },
});

describe('how a draft is saved', () => {
  test('only the section that was touched is sent, with the revision that was seen', () => {
    const state = play([typed('name', 'B'), send()]);
    expect(state.attempt).toMatchObject({ key: 'k', revision: 3, facts: { project: { name: 'B' } } });
    expect(Object.keys(state.attempt?.facts ?? {})).toEqual(['project']);
    const after = next(state, stored({ name: 'B' }));
    expect([after.phase, after.revision, isUnsaved(after)]).toEqual(['saved', 4, false]);
  });

  test('what is typed while it is under way stays and is sent next, also when the API tidies what it stores', () => {
    const sent = play([typed('name', 'B '), send()]);
    const state = next(next(sent, typed('group', 'A', sent.draft)), stored({ name: 'B' }));
    expect(state.draft.project).toEqual({ name: 'B ', group: 'A' });
    expect(next(state, send('k2')).attempt).toMatchObject({ key: 'k2', revision: 4 });
  });

  test.each([
    [problem('unreachable', 0), 'unreachable'],
    [problem('unreachable', 502), 'unreachable'],
    [problem('rate_limited', 429), 'unreachable'],
    [problem('session_expired', 401), 'signed_out'],
  ])('after %j the very same sending is repeated under its key: it counts once', (failure, phase) => {
    const failed = play([typed('name', 'B'), send(), { type: 'failed', problem: failure }]);
    expect(failed.phase).toBe(phase);
    const again = next(next(failed, typed('group', 'A', failed.draft)), send('other'));
    expect(again.attempt).toMatchObject({ key: 'k', facts: { project: { name: 'B' } } });
    const after = next(again, stored({ name: 'B' }));
    expect([after.phase, after.draft.project]).toEqual(['changed', { name: 'B', group: 'A' }]);
  });

  test('somebody else saved first: changes of other fields come together, nobody is overwritten', () => {
    const behind = play([
      typed('group', 'A'),
      send(),
      { type: 'failed', problem: problem('stale_revision', 412) },
    ]);
    expect(behind.phase).toBe('behind');
    const server = withValue(START, { ...PROJECT, field: 'name' }, 'theirs');
    const state = next(behind, { type: 'theirs', server, revision: 7, at: 5 });
    expect(state).toMatchObject({ phase: 'changed', revision: 7, joined: 1 });
    expect(state.draft.project).toEqual({ name: 'theirs', group: 'A' });
    expect(next(state, send()).attempt?.facts).toEqual({ project: { name: 'theirs', group: 'A' } });
  });

  test('the same field: nothing is sent until the person chose, and the choice holds', () => {
    const server = withValue(START, { ...PROJECT, field: 'name' }, 'theirs');
    const state = play([typed('name', 'mine'), { type: 'theirs', server, revision: 7, at: 5 }]);
    expect(state.phase).toBe('conflict');
    const clash = { ...PROJECT, field: 'name', mine: 'mine', theirs: 'theirs' };
    expect(state.conflict?.clashes).toEqual([clash]);
    const theirs = next(state, { type: 'choose', theirs: [clash], at: 6 });
    expect([theirs.phase, theirs.draft.project]).toEqual(['saved', { name: 'theirs' }]);
    const mine = next(state, { type: 'choose', theirs: [], at: 6 });
    expect([mine.phase, mine.revision, mine.draft.project]).toEqual(['changed', 7, { name: 'mine' }]);
  });

  test('a value that the API refuses is held back and stays on the page, the rest is saved', () => {
    const errors = [{ pointer: '/facts/project/communeCode', code: 'too_long', message: 'Quá dài' }];
    const both = play([typed('communeCode', 'x'.repeat(30))]);
    const sent = next(next(both, typed('group', 'A', both.draft)), send());
    const held = next(sent, { type: 'failed', problem: problem('malformed_request', 400, errors) });
    expect(held).toMatchObject({ phase: 'changed', attempt: null });
    const again = next(held, send());
    expect(again.attempt?.facts).toEqual({ project: { name: 'A', group: 'A' } });
    const after = next(again, stored({ name: 'A', group: 'A' }));
    expect([after.phase, isUnsaved(after)]).toEqual(['saved', true]);
    const mended = next(after, typed('communeCode', '123', after.draft));
    expect(next(mended, send()).attempt?.facts.project).toMatchObject({ communeCode: '123' });
  });

  test('what the API will never take is told once and not sent again until something is typed', () => {
    const state = play([
      typed('name', 'B'),
      send(),
      { type: 'failed', problem: problem('facts_not_editable', 409) },
    ]);
    expect([state.phase, state.attempt, isUnsaved(state)]).toEqual(['refused', null, true]);
    expect(next(state, typed('group', 'A', state.draft)).phase).toBe('changed');
  });

  test('input of an earlier visit joins what was saved since; where both changed a field, the person chooses', () => {
    const kept = withValue(START, { ...PROJECT, field: 'name' }, 'kept');
    const server = withValue(START, { ...PROJECT, field: 'group' }, 'B');
    const joined = next(startOf(server, 8), { type: 'restore', base: START, draft: kept, at: 2 });
    expect([joined.phase, joined.draft.project]).toEqual(['changed', { name: 'kept', group: 'B' }]);
    const other = withValue(START, { ...PROJECT, field: 'name' }, 'newer');
    const clash = next(startOf(other, 8), { type: 'restore', base: START, draft: kept, at: 2 });
    expect([clash.phase, clash.draft.project['name']]).toEqual(['conflict', 'kept']);
    const [first] = clash.conflict?.clashes ?? [];
    const theirs = next(clash, { type: 'choose', theirs: first ? [first] : [], at: 3 });
    expect(theirs.draft.project).toEqual({ name: 'newer' });
  });
});

describe('what stands in place of a value that cannot be saved', () => {
  test('a value typed wrongly over a sound one takes nothing away: the stored one is sent in its stead', () => {
    const start = withValue(START, { section: 'lines', id: 'l', field: 'trl' }, 7);
    const place = { section: 'lines', id: 'l', field: 'trl' } as const;
    const draft = withValue(start, place, '7O');
    const typing: SaveEvent[] = [{ type: 'edit', draft, at: 1 }];
    const faults = [{ ...place, code: 'no_number' }];
    const sent = next(play(typing, startOf(start, 3)), { type: 'send', key: 'k', faults });
    expect(sent.attempt?.facts.lines).toEqual([{ id: 'l', name: 'L', trl: 7 }]);
    // What is stored may itself be wrong beside what is new: then neither is sent, and what was typed stays on the page.
    const errors = [{ pointer: '/facts/lines/0/trl', code: 'out_of_range', message: 'Ngoài khoảng' }];
    const failed = next(sent, { type: 'failed', problem: problem('impossible_value', 422, errors) });
    expect(failed.refused).toMatchObject([{ ...place, value: '7O', alsoStored: true }]);
    const again = next(failed, { type: 'send', key: 'k2', faults });
    expect(again.attempt?.facts.lines).toEqual([{ id: 'l', name: 'L' }]);
    expect(again.draft.lines[0]).toMatchObject({ trl: '7O' });
  });

  test('a list that the API refuses as a whole is not emptied', () => {
    const draft = { ...START, lines: [...START.lines, { id: 'l-2' }] };
    const sent = play([{ type: 'edit', draft, at: 1 }, send()]);
    const errors = [{ pointer: '/facts/lines', code: 'too_many', message: 'Quá nhiều' }];
    const failed = next(sent, { type: 'failed', problem: problem('malformed_request', 400, errors) });
    expect(next(failed, send('k2')).attempt?.facts.lines).toEqual(START.lines);
  });
});
