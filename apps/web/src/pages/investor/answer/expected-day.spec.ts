import { describe, expect, it } from '@jest/globals';
import { termOf, whyNoDay } from './expected-day.js';

const stopped = { dueOn: null, state: 'stopped', purpose: 'reply' } as const;
const running = { dueOn: '2026-03-20', state: 'running', purpose: 'reply' } as const;

describe('the day on which a result is expected', () => {
  it('is explained by the clock that ends on it, or by the one that stands still', () => {
    expect(termOf([stopped, running], '2026-03-20')).toBe(running);
    expect(termOf([stopped], null)).toBe(stopped);
    expect(termOf([running], null)).toBeUndefined();
  });

  it.each([
    ['draft', undefined, 'draft'],
    ['submitted', undefined, null],
    ['submitted', [], 'waiting'],
    ['clarification_requested', [stopped], 'stopped'],
    ['approved', [], null],
  ] as const)('is not told of a dossier that is %s with the clocks %j because: %s', (status, clocks, why) => {
    expect(whyNoDay(status, clocks)).toBe(why);
  });
});
