import { type QueryKey } from '@tanstack/react-query';

/** So long after one look at what became old the next one waits: what comes meanwhile is looked at once. */
const GAP_MS = 1000;
/** Calls back once after a gap; the answer takes that back. */
type Wait = (then: () => void) => () => void;
const afterGap: Wait = (then) => {
  const timer = setTimeout(then, GAP_MS);
  return () => clearTimeout(timer);
};

/**
 * Gathers what events make old. The first one acts at once; a burst (a list that is brought in, the round of the worker in the
 * morning) asks for the same again once in a while, not once for each event.
 */
export class GatheredNews {
  private readonly old = new Map<string, QueryKey>();
  private cancel: (() => void) | null = null;

  constructor(
    private readonly makeOld: (key: QueryKey) => void,
    private readonly wait: Wait = afterGap,
  ) {}

  add(keys: readonly QueryKey[]): void {
    for (const key of keys) this.old.set(JSON.stringify(key), key);
    if (this.cancel === null) this.look();
  }

  /** Nobody is to hear of what waits. */
  stop(): void {
    this.cancel?.();
    this.old.clear();
  }

  private look(): void {
    this.cancel = null;
    if (this.old.size === 0) return;
    const keys = [...this.old.values()];
    this.old.clear();
    this.cancel = this.wait(() => this.look());
    for (const key of keys) this.makeOld(key);
  }
}
