import { expect, test } from '@jest/globals';
import { openQuestionOf, standingOf } from './consultation-standing.js';
import { type Consultation } from './consultation.types.js';

const one = (given: Partial<Consultation>): Consultation =>
  ({ round: 1, state: 'open', overdue: false, dueOn: null, ...given }) as Consultation;

test('what was withdrawn and earlier rounds count nowhere', () => {
  const items = [
    one({ state: 'answered' }),
    one({ overdue: true }),
    one({ state: 'closed_silent', overdue: true }),
    one({ state: 'withdrawn' }),
    one({ round: 2 }),
  ];
  expect(standingOf(items, 1)).toEqual({ all: 3, answered: 1, silent: 1 });
  expect(standingOf(items, 3)).toBeNull();
});
test('the earliest open question is answered first', () => {
  const items = [
    one({ id: 'a' }),
    one({ id: 'b', dueOn: '2026-08-05' }),
    one({ id: 'c', dueOn: '2026-08-01' }),
  ];
  expect(openQuestionOf(items)?.id).toBe('c');
  expect(openQuestionOf([one({ state: 'answered' })])).toBeNull();
});
