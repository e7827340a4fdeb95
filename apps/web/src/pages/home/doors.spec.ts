import { describe, expect, test } from '@jest/globals';
import { type Role } from '#contracts';
import { doorsOf } from './doors.js';

const PLACES = [
  'home',
  'dossiers',
  'projects',
  'letterRegister',
  'reports',
  'admin',
  'councils',
  'asked',
  'audit',
];
const doors = (...roles: Role[]) =>
  doorsOf(roles, PLACES.map((label) => ({ label })) as unknown as Parameters<typeof doorsOf>[1]).map(
    ({ label }) => label,
  );

describe('the doors of the start page', () => {
  test('are those of a role whose day is no list of dossiers, in the order of the navigation', () => {
    expect(doors('admin')).toEqual(['admin']);
    expect(doors('council_secretary')).toEqual(['dossiers', 'councils']);
    expect(doors('agency')).toEqual(['dossiers', 'asked']);
    expect(doors('auditor')).toEqual(['letterRegister', 'reports', 'audit']);
    expect(doors('province_leader')).toEqual(['projects', 'reports']);
  });
  test('are none for those whose dossiers are their day', () => {
    expect([...doors('clerk'), ...doors('investor'), ...doors('head')]).toEqual([]);
  });
});
