import fc from 'fast-check';
import { type Verdict } from '#contracts';
import { drawn } from '../../../test/support/seed.js';
import { find, input, machine, usedLine, verdictOf } from '../../../test/support/screening-inputs.js';
import { screen } from './screen.js';

const pct = fc.integer({ min: 0, max: 2_000_000 }).map((n) => n / 10_000);
const interval = fc.record({
  value: pct,
  uncertainty: fc.integer({ min: 0, max: 100_000 }).map((n) => n / 10_000),
});
const RUNS = drawn(60);
/** The law written down a second time, without tables. */
const naive = {
  age(age: number, hs: string): Verdict {
    if (hs.startsWith('841932')) return age <= 15 ? 'met' : 'breached';
    const heading = Number(hs.slice(0, 4));
    const annex =
      (heading >= 8439 && heading <= 8441) || (heading >= 8456 && heading <= 8463) || heading === 8465;
    if (annex && age > 10) return age > 20 ? 'breached' : 'inconclusive';
    return age <= 10 ? 'met' : 'breached';
  },
  below(limit: number, { value, uncertainty }: { value: number; uncertainty: number }): Verdict {
    const scale = 1e6;
    const [low, high] = [
      Math.round((value - uncertainty) * scale),
      Math.round((value + uncertainty) * scale),
    ];
    if (high < limit * scale) return 'breached';
    return low >= limit * scale ? 'met' : 'inconclusive';
  },
  above(limit: number, { value, uncertainty }: { value: number; uncertainty: number }): Verdict {
    const scale = 1e6;
    const [low, high] = [
      Math.round((value - uncertainty) * scale),
      Math.round((value + uncertainty) * scale),
    ];
    if (low > limit * scale) return 'breached';
    return high <= limit * scale ? 'met' : 'inconclusive';
  },
};

describe('thresholds against the law written down a second time', () => {
  it('age of a used machine', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(
          '84771039',
          '841932',
          '8439',
          '8441',
          '8442',
          '8455',
          '8456',
          '8463',
          '8464',
          '8465',
          '8501',
        ),
        async (age, hs) =>
          expect(await verdictOf(machine(2026 - age, 2026, hs), 'used.age')).toBe(naive.age(age, hs)),
      ),
      RUNS,
    ));
  it('capacity and consumption of a used line, and by analogy', () =>
    fc.assert(
      fc.asyncProperty(interval, interval, async (capacity, consumption) => {
        const { findings } = await screen(
          input(usedLine({ actualCapacityPct: capacity, consumptionOverDesignPct: consumption })),
        );
        const expected = [naive.below(85, capacity), naive.above(15, consumption)];
        for (const family of ['used.line', 'outdated']) {
          const own = ['capacity', 'consumption'].map((test) => find(findings, `${family}.${test}`).verdict);
          expect(own).toEqual(expected);
        }
      }),
      RUNS,
    ));
  it('more capacity or fewer years never worsen a verdict', () =>
    fc.assert(
      fc.asyncProperty(interval, pct, async (capacity, more) => {
        const better = {
          ...capacity,
          value: Math.min(1000, Math.round((capacity.value + more) * 1e4) / 1e4),
        };
        const rank = { breached: 0, inconclusive: 1, met: 2, not_applicable: 3 };
        const before = await verdictOf(usedLine({ actualCapacityPct: capacity }), 'used.line.capacity');
        const after = await verdictOf(usedLine({ actualCapacityPct: better }), 'used.line.capacity');
        expect(rank[after]).toBeGreaterThanOrEqual(rank[before]);
      }),
      RUNS,
    ));
  it('three OECD sites are enough, two are not, nor is a list of none', async () => {
    const sites = (...countries: string[]) =>
      usedLine({ oecdSites: countries.map((country, i) => ({ country, site: `s${i}` })) });
    expect(await verdictOf(sites('DE', 'JP', 'KR'), 'used.line.oecd_sites')).toBe('met');
    expect(await verdictOf(sites('DE', 'JP', 'CN'), 'used.line.oecd_sites')).toBe('breached');
    expect(await verdictOf(sites(), 'used.line.oecd_sites')).toBe('breached');
  });
});
