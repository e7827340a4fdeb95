import { describe, expect, it } from '@jest/globals';
import { hindered } from './hindrances.js';

const option = (command: string, ...codes: string[]) => ({
  ...{ command, permitted: codes.length === 0, targets: [] },
  reasons: codes.map((code) => ({ code, details: {} })),
});

describe('why a step cannot be taken', () => {
  it('is told with all of its reasons, each once', () => {
    const conclude = option('conclude', 'opinion_missing', 'screening_stale', 'opinion_missing');
    expect(hindered([conclude])).toEqual([
      { command: 'conclude', codes: ['opinion_missing', 'screening_stale'] },
    ]);
  });
  it('is not told of steps of another time or of somebody else, nor of those that can be taken', () => {
    expect(
      hindered([
        option('submit', 'command_not_permitted_now'),
        option('approve', 'command_not_for_you'),
        option('assign'),
      ]),
    ).toEqual([]);
  });
});
