import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ProcedureId } from '#contracts';
import { civilDate } from '#kernel';
import { composeScreeningLaw } from './compose-law-set.js';
import { loadAllPacks } from './load-packs.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const rulesOf = (procedureId: ProcedureId, on: string) =>
  composeScreeningLaw({ packs, procedureId, on: civilDate(on), mode: 'official' }).councils;

describe('the council rules of a law set', () => {
  it.each<[ProcedureId, string, string]>([
    ['opinion', '2026-02-10', 'LT-2018'],
    ['opinion', '2026-07-15', 'INV-2026'],
    ['determination', '2026-07-15', 'DET-2023'],
  ])('%s on %s come from %s, once', (procedureId, on, packId) => {
    expect(rulesOf(procedureId, on).map((rules) => rules.packId)).toEqual([packId]);
  });

  it('bind by nothing that is only remembered, and mark what is only an analogy', () => {
    for (const { presence, conclusion, minimumMembers, advice } of packs.flatMap(
      ({ councils }) => councils,
    )) {
      expect([presence, conclusion].map(({ analogy }) => analogy)).toEqual([true, true]);
      expect([presence, conclusion, minimumMembers].map(({ verification }) => verification)).not.toContain(
        'memory',
      );
      expect(advice.verification).toBe('memory');
    }
  });

  it('were not in force yet where the decree came later, so they are an inference there', () => {
    expect(rulesOf('opinion', '2026-02-10')[0]?.presence.verification).toBe('inference');
    expect(rulesOf('opinion', '2026-07-15')[0]?.presence.verification).toBe('text_read');
  });
});
