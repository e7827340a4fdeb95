import { describe, expect, test } from '@jest/globals';
import { leavesClocks, onlyTells } from './effects-of-command.rule.js';

const effects = (...names: string[]) => names.map((name) => ({ name }));

describe('clocks are read again', () => {
  test('after an effect that writes them, among others too', () => {
    for (const name of ['start_clocks', 'end_clock', 'stop_clocks', 'record_extension', 'next_round'])
      expect(leavesClocks(effects('record_assignment', name, 'notify'))).toBe(false);
  });
  test('after an effect of which nothing is known', () => {
    expect(leavesClocks(effects('something_new'))).toBe(false);
  });
  test('not after an assignment that is told', () => {
    expect(leavesClocks(effects('record_assignment', 'notify', 'notify'))).toBe(true);
  });
});

test('only a command after whose move nothing but news follows logs and tells at once', () => {
  expect(onlyTells(effects('record_assignment', 'stop_clocks', 'notify'))).toBe(true);
  expect(onlyTells(effects('record_assignment', 'draft_letter', 'notify'))).toBe(false);
  expect(onlyTells(effects('record_conclusion', 'notify'))).toBe(false);
});
