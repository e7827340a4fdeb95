import { describe, expect, test } from '@jest/globals';
import { COMMANDS, PUBLIC_REASONS, PUBLIC_STATUSES, PUBLIC_STEPS, PUBLIC_TURNS, STATUSES } from '#contracts';
import { publicOutcome, publicStatus, publicStep, publicTurn } from './public-status.rule.js';
import { PUBLIC_WORDS } from './public-words.catalogue.js';

describe('what the public is told', () => {
  test('no status of the house: screening, conclusion and endorsement are work in progress', () => {
    for (const status of ['accepted', 'screened', 'under_review', 'concluded', 'endorsed'] as const)
      expect([publicStatus(status, 1), publicStatus(status, 2)]).toEqual([
        'in_progress',
        'in_progress_again',
      ]);
    for (const status of STATUSES) expect(PUBLIC_STATUSES).toContain(publicStatus(status, 1));
  });
  test('no step of the house', () => {
    const told = COMMANDS.filter((command) => publicStep(command, 'under_review') !== null);
    expect(told).not.toEqual(expect.arrayContaining(['assign']));
    for (const hidden of [
      'assign',
      'screen',
      'conclude',
      'endorse',
      'send_back',
      'deadline_passed',
      'create',
      'x',
    ])
      expect(publicStep(hidden, 'under_review')).toBeNull();
    expect(publicStep('deadline_passed', 'discontinued')).toBe('ended');
  });
  test('whose turn it is', () => {
    expect(publicTurn('supplement_awaited', true)).toBe('you');
    expect(publicTurn('in_progress', true)).toBe('other_agency');
    expect(publicTurn('in_progress_again', false)).toBe('department');
    expect(publicTurn('answered', true)).toBe('nobody');
  });
  test('the answer in the words of the procedure, and none before there is one', () => {
    expect(publicOutcome('refused', 'opinion')).toBe('not_agreed');
    expect(publicOutcome('refused', 'determination')).toBe('outdated');
    expect(publicOutcome('endorsed', 'opinion')).toBeNull();
  });
});

describe('the words for it', () => {
  test('are there in both languages for every code, and for each another one', () => {
    const { statuses, turns, reasons, steps } = PUBLIC_WORDS;
    const all = [
      ...PUBLIC_STATUSES.flatMap((code) => [statuses[code].label, statuses[code].meaning]),
      ...PUBLIC_TURNS.map((code) => turns[code]),
      ...PUBLIC_REASONS.map((code) => reasons[code]),
      ...PUBLIC_STEPS.map((code) => steps[code]),
    ];
    for (const { vi, en } of all) {
      expect(vi.length).toBeGreaterThan(5);
      expect(en).not.toBe(vi);
    }
    expect(new Set(PUBLIC_STATUSES.map((code) => statuses[code].label.vi)).size).toBe(PUBLIC_STATUSES.length);
  });
});
