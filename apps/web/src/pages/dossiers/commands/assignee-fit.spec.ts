import { describe, expect, test } from '@jest/globals';
import { COMMAND_FIELDS } from './command-fields.js';
import { choosableFirst, taskOf } from './assignee-fit.js';

const person = (name: string, roles: string[], inConflict = false) => ({
  ...{ name, roles: roles as 'expert'[] },
  conflict: inConflict ? { ground: 'declared' as const, organisation: null } : null,
});
const PEOPLE = [
  person('idle expert', ['expert']),
  person('in conflict', ['appraiser'], true),
  person('appraiser', ['appraiser']),
  person('both', ['expert', 'appraiser']),
];
const namesFor = (task: unknown) => choosableFirst(PEOPLE, taskOf(task)).map(({ name }) => name);

describe('who is offered for a task', () => {
  test('first those who may lead, in the order of their work; the others after them', () => {
    expect(namesFor('lead')).toEqual(['appraiser', 'both', 'idle expert', 'in conflict']);
  });
  test('for an opinion experts and appraisers alike, and everybody before a role is chosen', () => {
    expect(namesFor('expert')).toEqual(['idle expert', 'appraiser', 'both', 'in conflict']);
    expect(namesFor('')).toEqual(namesFor('expert'));
  });
  test('after the role: it says who can be chosen', () => {
    const names = COMMAND_FIELDS.assign.map(({ name }) => name);
    expect(names.indexOf('kind')).toBeLessThan(names.indexOf('assigneeId'));
  });
});
