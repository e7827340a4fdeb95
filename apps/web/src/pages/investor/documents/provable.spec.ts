import { describe, expect, it } from '@jest/globals';
import { MOST_COVERED, named, provable, withAll } from './provable.js';

const machines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `m${index + 1}`,
    name: `Máy ép ${index + 1}`,
    yearMade: 2020,
  }));
const nameOf = ({ row }: { row: Record<string, unknown> }) => String(row['name']);

describe('facts that a certificate can cover', () => {
  it('are all that are stated, however many, each with the number of its machine', () => {
    const facts = provable({ lines: [{ id: 'l', standards: ['QCVN 19'] }], equipment: machines(150) });
    expect(facts).toHaveLength(151);
    expect(facts[0]).toMatchObject({ path: 'lines[l].standards', number: 1 });
    expect(facts[150]).toMatchObject({ path: 'equipment[m150].yearMade', number: 150 });
  });

  it('are found by words without accents', () => {
    const facts = provable({ lines: [], equipment: machines(12) });
    expect(named(facts, 'may ep 12', nameOf).map(({ number }) => number)).toEqual([12]);
    expect(named(facts, ' ', nameOf)).toBe(facts);
  });

  it('are chosen and let go together, beside those that are chosen already, as far as there is room', () => {
    const facts = provable({ lines: [], equipment: machines(MOST_COVERED + 20) });
    const all = withAll(['lines[l].standards'], facts, true);
    expect(all).toHaveLength(MOST_COVERED);
    expect(all[0]).toBe('lines[l].standards');
    expect(withAll(all, facts, false)).toEqual(['lines[l].standards']);
  });
});
