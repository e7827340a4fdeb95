import { describe, expect, it } from '@jest/globals';
import { ruleEffect, rowEffect } from './effect.js';

const ROW = { state: 'active', verification: 'secondary', validFrom: '2018-07-01', validTo: null } as const;
const VERSION = { reference: false, loaded: true };
const OFFICIAL = { mode: 'official', on: '2026-07-15' } as const;

describe('what a rule of the law may do', () => {
  it.each([
    ['text_read', false, 'decides', 'decides'],
    ['secondary', false, 'decides', 'decides'],
    ['inference', false, 'advises', 'decides'],
    ['memory', false, 'advises', 'advises'],
    ['text_read', true, 'advises', 'decides'],
  ] as const)(
    'at %s, reference %s: %s officially, %s in a demonstration',
    (verification, reference, ...effects) => {
      const rule = { verification, reference };
      expect([ruleEffect(rule, 'official'), ruleEffect(rule, 'demonstration')]).toEqual(effects);
    },
  );
});

describe('what a row of a list may do', () => {
  it('decides while it is in force', () => {
    expect(rowEffect(ROW, VERSION, OFFICIAL)).toBe('decides');
    expect(rowEffect(ROW, VERSION, { ...OFFICIAL, on: '2018-06-30' })).toBe('advises');
    expect(rowEffect({ ...ROW, validTo: '2026-07-14' }, VERSION, OFFICIAL)).toBe('advises');
  });
  it('advises as a draft, from memory and of a version that is not loaded', () => {
    expect(rowEffect({ ...ROW, state: 'draft' }, VERSION, OFFICIAL)).toBe('advises');
    expect(rowEffect({ ...ROW, verification: 'memory' }, VERSION, OFFICIAL)).toBe('advises');
    expect(rowEffect(ROW, { ...VERSION, loaded: false }, OFFICIAL)).toBe('advises');
  });
  it('of a reference decides in a demonstration only, on any day', () => {
    const old = { ...ROW, validTo: '2018-07-02' };
    const reference = { ...VERSION, reference: true };
    expect(rowEffect(old, reference, { ...OFFICIAL, mode: 'demonstration' })).toBe('decides');
    expect(rowEffect(ROW, reference, OFFICIAL)).toBe('advises');
  });
});
