import { DECIDED_STATUSES, type Role, STATUSES } from '#contracts';
import { DEMO_AUTHORITY } from '#identity';
import { type Actor, systemActor } from '#kernel';
import { viewStatus } from './view-status.js';

const person = (...roles: Role[]): Actor => ({ ...systemActor(DEMO_AUTHORITY.id), kind: 'person', roles });
const OUTSIDE = ['investor', 'requester', 'expert', 'agency'] as const;
const INSIDE = ['clerk', 'appraiser', 'head', 'leader', 'province_leader', 'auditor'] as const;

describe('the status as somebody may know it', () => {
  it.each(INSIDE)('is the status itself for a %s', (role) => {
    for (const status of STATUSES) expect(viewStatus(person(role), status, false)).toBe(status);
  });

  it.each(OUTSIDE)('is the review for a %s until the decision is told', (role) => {
    for (const status of DECIDED_STATUSES) {
      expect(viewStatus(person(role), status, false)).toBe('under_review');
      expect(viewStatus(person(role), status, true)).toBe(status);
    }
    for (const status of ['concluded', 'endorsed'] as const)
      for (const told of [true, false]) expect(viewStatus(person(role), status, told)).toBe('under_review');
  });

  it('hides nothing else', () => {
    const hidden = STATUSES.filter((status) => viewStatus(person('investor'), status, false) !== status);
    expect(hidden.sort()).toEqual([
      'approved',
      'approved_with_conditions',
      'concluded',
      'endorsed',
      'refused',
    ]);
  });
});
