import { describe, expect, test } from '@jest/globals';
import { after, arrivedAt, isAwake, isQuiet, QUIET_MS, type Sign } from './arrival.js';

const BUTTON = { x: 360, y: 630 };
const seen = (signs: readonly Sign[]) => signs.reduce(after, arrivedAt(0));
const clicksEvery = (every: number, count: number): Sign[] =>
  Array.from({ length: count }, (_, n) => ({ kind: 'press', at: n * every, spot: BUTTON }));

describe('a dossier to which a decision led', () => {
  test('is not decided by clicks that go on at the same spot, fast or slow', () => {
    for (const every of [150, 360, 2000, 20_000]) {
      const arrival = seen(clicksEvery(every, 14));
      expect(isAwake(arrival, 14 * every)).toBe(false);
    }
  });
  test('is open once its person moved and nothing was pressed for a while', () => {
    const signs: Sign[] = [
      { kind: 'press', at: 100, spot: BUTTON },
      { kind: 'move', spot: { x: 330, y: 600 } },
    ];
    expect(isAwake(seen(signs), 100 + QUIET_MS - 1)).toBe(false);
    expect(isAwake(seen(signs), 100 + QUIET_MS)).toBe(true);
    expect(isAwake(seen([{ kind: 'tab' }]), QUIET_MS)).toBe(true);
  });
  test('is not opened by the trembling of a hand that clicks, nor by a finger beside its last place', () => {
    const trembling: Sign[] = [1, 2, 3].map((by) => ({ kind: 'move', spot: { x: 360 + by, y: 630 - by } }));
    expect(isAwake(seen(trembling), 60_000)).toBe(false);
    const tap: Sign = { kind: 'press', at: 2000, spot: { x: 370, y: 620 } };
    expect(isAwake(seen([...clicksEvery(1, 1), tap]), 60_000)).toBe(false);
    const elsewhere: Sign = { kind: 'press', at: 2000, spot: { x: 700, y: 200 } };
    expect(isAwake(seen([...clicksEvery(1, 1), elsewhere]), 60_000)).toBe(true);
  });
  test('hears its key once the presses before are over', () => {
    expect(isQuiet(seen([{ kind: 'key', at: 1400 }]), 1600)).toBe(false);
    expect(isQuiet(seen([{ kind: 'key', at: 1400 }]), 1400 + QUIET_MS)).toBe(true);
  });
});
