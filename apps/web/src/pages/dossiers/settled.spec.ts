import { describe, expect, it } from '@jest/globals';
import { isSettled } from './settled.js';

describe('a dossier of which nothing is owed any more', () => {
  it('is closed, and decided only once its letter has left', () => {
    expect(isSettled({ status: 'withdrawn', actions: [] })).toBe(true);
    expect(isSettled({ status: 'approved', overdue: false, actions: [] })).toBe(true);
    expect(isSettled({ status: 'approved', actions: ['issue_letter'] })).toBe(false);
    expect(isSettled({ status: 'refused', overdue: true, actions: [] })).toBe(false);
    expect(isSettled({ status: 'submitted', actions: [] })).toBe(false);
  });
});
