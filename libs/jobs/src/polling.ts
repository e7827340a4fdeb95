/** Work that looks for something to do; true when there was something. `stopping` tells when to leave off. */
export type Turn = (stopping: () => boolean) => Promise<boolean>;

/**
 * Looks for work that people wait for: again at once after some was found, else after a while. It only saves waiting:
 * who does what is decided by locks on the rows, so any number of processes may look.
 */
export class Polling {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly everyMs: number,
    private readonly turn: Turn,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(): void {
    this.next(0);
  }

  /** Lets the turn under way leave off and waits for it. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private next(afterMs: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.once();
    }, afterMs);
  }

  private async once(): Promise<void> {
    let found = false;
    try {
      found = await this.turn(() => this.stopped);
    } catch (error) {
      this.failed(error);
    }
    this.next(found ? 0 : this.everyMs);
  }
}
