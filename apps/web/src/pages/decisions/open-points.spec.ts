import { expect, test } from '@jest/globals';
import { openPoints } from './open-points.js';

const finding = (key: string, verdict: 'inconclusive' | 'breached', overturned = false) => ({
  ...{ key, verdict, overturned, texts: { title: `Điểm ${key}`, detail: '' }, subject: { id: null } },
});

test('every open finding stands with its answer and reason; unanswered ones and risks first', () => {
  const findings = [
    finding('a', 'inconclusive'),
    finding('b', 'inconclusive'),
    finding('c', 'inconclusive'),
    finding('d', 'breached'),
    finding('e', 'inconclusive', true),
  ];
  const answers = [
    { findingKey: 'a', answer: 'not_decisive' as const, reason: 'Không ảnh hưởng.' },
    { findingKey: 'b', answer: 'accepted_risk' as const, reason: 'Đã xem tại hiện trường.' },
    { findingKey: 'of an earlier screening', answer: 'condition' as const, reason: 'x' },
  ];
  const points = openPoints(findings as never, answers);
  expect(points.map(({ key, answer, reason }) => [key, answer, reason])).toEqual([
    ['c', null, ''],
    ['b', 'accepted_risk', 'Đã xem tại hiện trường.'],
    ['a', 'not_decisive', 'Không ảnh hưởng.'],
  ]);
});
