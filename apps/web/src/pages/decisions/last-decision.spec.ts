import { expect, test } from '@jest/globals';
import { lastDecision } from './last-decision.js';

const entry = (code: string, at: string, kind: 'transition' | 'letter' = 'transition') => ({
  ...{ code, at, kind, actorName: 'Võ Hữu Nghĩa', actorRole: 'leader' },
});

test('the last decision is the last step, whatever letters came after it and however the list is ordered', () => {
  const approved = entry('approve', '2026-07-15T02:10:00.000Z');
  const before = entry('endorse', '2026-07-15T02:00:00.000Z');
  const letter = entry('decision', '2026-07-15T02:10:01.000Z', 'letter');
  const expected = { who: 'Võ Hữu Nghĩa', command: 'approve', at: approved.at };
  expect(lastDecision([before, approved, letter])).toEqual(expected);
  expect(lastDecision([letter, approved, before])).toEqual(expected);
});
test('of one instant the last is the first that the timeline tells', () => {
  const at = '2026-07-15T02:00:00.000Z';
  expect(lastDecision([entry('approve', at), entry('submit', at)])).toMatchObject({ command: 'approve' });
});
test('a dossier that moved on since, or never came there, has none', () => {
  const endorsed = entry('endorse', '2026-07-15T02:00:00.000Z');
  expect(lastDecision([endorsed, entry('clarify', '2026-07-16T02:00:00.000Z')])).toBeNull();
  expect(lastDecision([])).toBeNull();
});
