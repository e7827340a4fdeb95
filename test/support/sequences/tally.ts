import { type Check, type Invariant } from './checks.js';

/** The group of what was looked at for an invariant. */
export const groupOf = (invariant: number): string => `invariant ${String(invariant).padStart(2)}`;

/** What sequences reached and what the oracles had to look at, so that nothing passes by being empty. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(group: string, name: string, by = 1): void {
    const key = `${group}|${name}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + by);
  }
  /** One claim of an invariant that was looked at, or several of the same kind. */
  checked<I extends Invariant>(invariant: I, what: Check<I>, times = 1): void {
    this.add(groupOf(invariant), what, times);
  }
  of(group: string, name?: string): number {
    return [...this.counts]
      .filter(([key]) => (name === undefined ? key.startsWith(`${group}|`) : key === `${group}|${name}`))
      .reduce((sum, [, count]) => sum + count, 0);
  }
  /** A table that a person can read: one line a group, the most frequent first. */
  print(): string {
    const groups = new Map<string, [string, number][]>();
    for (const [key, count] of this.counts) {
      const [group = '', name = ''] = key.split('|');
      groups.set(group, [...(groups.get(group) ?? []), [name, count]]);
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, entries]) => {
        const all = entries.sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
        return `${group}: ${all.join(', ')}`;
      })
      .join('\n');
  }
}
