import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#kernel';
import { composeLawSet } from './compose-law-set.js';
import { type LawSet } from './law-set.types.js';
import { loadAllPacks } from './load-packs.js';
import { SharedParts } from './shared-parts.js';

const packs = loadAllPacks(join(import.meta.dirname, '../packs'));
const setOf = (on: string): LawSet =>
  composeLawSet({ packs, procedureId: 'opinion', on: civilDate(on), mode: 'demonstration' });
const stored = (set: LawSet): LawSet => JSON.parse(JSON.stringify(set)) as LawSet;

describe('parts of law sets that are remembered', () => {
  it('are those of the set before where they are equal, whether composed or read back', () => {
    const parts = new SharedParts();
    const [today, tomorrow] = [parts.of(setOf('2026-11-26')), parts.of(setOf('2026-11-27'))];
    const again = parts.of(stored(setOf('2026-11-27')));
    for (const other of [tomorrow, again]) {
      expect(other.lists.rows).toBe(today.lists.rows);
      expect(other.rules.models).toBe(today.rules.models);
      expect(other.procedure).toBe(today.procedure);
    }
    expect(tomorrow.chosenFor).toBe('2026-11-27');
  });

  it('are their own where they differ', () => {
    const parts = new SharedParts();
    const today = parts.of(setOf('2026-11-26'));
    const changed = stored(setOf('2026-11-26'));
    changed.lists.rows[0]!.nameVi += ' khác';
    const other = parts.of(changed);
    expect(other.lists.rows).not.toBe(today.lists.rows);
    expect(other.lists.rows[0]?.nameVi).toBe(changed.lists.rows[0]?.nameVi);
    expect(other.lists.versions).toBe(today.lists.versions);
  });

  it('make up the very set, in its order, and frozen', () => {
    const set = setOf('2026-11-26');
    const shared = new SharedParts().of(set);
    expect(JSON.stringify(shared)).toBe(JSON.stringify(set));
    expect([shared, shared.lists, shared.rules].every(Object.isFrozen)).toBe(true);
  });
});
