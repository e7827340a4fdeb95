/** Remembers the last answer of something costly for a while; whoever asks meanwhile waits for the one reading. */
export class CachedReading<Value> {
  private last: { at: number; value: Promise<Value> } | null = null;

  constructor(
    private readonly read: () => Promise<Value>,
    private readonly maxAgeMs: number,
    /** Milliseconds of the clock that ages are told by. */
    private readonly now: () => number,
  ) {}

  /** The value, at most as old as allowed. A failure is remembered as long: a database in need is not asked more often. */
  get(): Promise<Value> {
    const now = this.now();
    if (this.last === null || Math.abs(now - this.last.at) > this.maxAgeMs) {
      const value = this.read();
      value.catch(() => undefined);
      this.last = { at: now, value };
    }
    return this.last.value;
  }
}
