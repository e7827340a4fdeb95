import { expect, test } from '@jest/globals';
import { lastDecision, lastStep } from './last-decision.js';

const entry = (code: string, at: string, kind: 'transition' | 'letter' = 'transition', detail = {}) => ({
  ...{ code, at, kind, actorName: 'Võ Hữu Nghĩa', actorRole: 'leader', detail },
});

test('the last decision is the last step, whatever letters came after it and however the list is ordered', () => {
  const approved = entry('approve', '2026-07-15T02:10:00.000Z');
  const before = entry('endorse', '2026-07-15T02:00:00.000Z');
  const letter = entry('decision', '2026-07-15T02:10:01.000Z', 'letter');
  const expected = { who: 'Võ Hữu Nghĩa', command: 'approve', at: approved.at, reason: null };
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
test('the last step is told wherever it led, a dossier that was sent back with the reason', () => {
  const detail = { reason: 'Thiếu căn cứ về năng lượng.' };
  const sentBack = entry('send_back', '2026-07-16T02:00:00.000Z', 'transition', detail);
  expect(lastStep([sentBack, entry('endorse', '2026-07-15T02:00:00.000Z')])).toMatchObject({
    ...{ command: 'send_back', who: 'Võ Hữu Nghĩa', reason: detail.reason },
  });
  expect(lastStep([entry('clarify', '2026-07-16T02:00:00.000Z')])).toMatchObject({
    command: 'clarify',
    reason: null,
  });
  expect(lastStep([])).toBeNull();
});
