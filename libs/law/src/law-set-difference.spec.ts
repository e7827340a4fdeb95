import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { composeLawSet } from './compose-law-set.js';
import { lawSetDifference } from './law-set-difference.js';
import { loadAllPacks } from './load-packs.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const setOf = (on: string) =>
  composeLawSet({ packs, procedureId: 'opinion', on: civilDate(on), mode: 'demonstration' });

describe('the difference of two sets', () => {
  it('is empty for the same day', () => {
    expect(lawSetDifference(setOf('2026-06-10'), setOf('2026-06-10'))).toMatchObject({
      same: true,
      procedure: null,
    });
  });

  it('names what changed between submission and acceptance', () => {
    const change = lawSetDifference(setOf('2026-03-30'), setOf('2026-04-02'));
    expect(change.same).toBe(false);
    expect(change.chosenFor).toEqual({ from: '2026-03-30', to: '2026-04-02' });
    expect(change.procedure).toMatchObject({
      from: expect.stringContaining('LT-2018'),
      to: expect.stringContaining('INV-2026'),
    });
    expect(change.packs).toEqual({ added: ['INV-2026', 'LT-2026A'], removed: ['LT-2018'], changed: [] });
    expect(change.clocks.added).toContain('T-26-2');
    expect(change.clocks.removed).toContain('T-18-2');
    expect(change.listVersions).toMatchObject({
      added: ['L-07-2017-ART-49-A2025', 'ND-101-2026'],
      removed: ['L-07-2017-ART-49', 'ND-76-2018'],
    });
    expect(change.rules.changed).toContain('list.prohibited');
    expect(change.notices.removed.join()).toContain('GAP-2026-03');
  });
});
