/** Chance that can be repeated: the same seed gives the same choices. */
export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  /** Whole numbers from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  /** True with this probability. */
  odds(probability: number): boolean {
    return this.next() < probability;
  }
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error('nothing to pick from');
    return items[Math.floor(this.next() * items.length)] as Item;
  }
  maybe<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }
  /** So many of them, none twice, in their order; all where there are no more. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    if (count >= items.length) return [...items];
    const left = items.map((_, index) => index);
    const taken = Array.from({ length: count }, () => left.splice(this.whole(0, left.length - 1), 1)[0]!);
    return taken.sort((one, other) => one - other).map((index) => items[index]!);
  }
}
