import { type CliConfig } from '../config.js';
import { type Child, startChild } from './child.js';
import { noteChildren } from './leftover-children.js';

/** The processes of one run: those that last until the end, and those that do one thing. */
export class Parts {
  private readonly running = new Set<Child>();
  private closing = false;
  private tellFailure: (reason: string) => void = () => undefined;
  /** Resolves with a word when a part that should last ended by itself. */
  readonly failure = new Promise<string>((resolve) => {
    this.tellFailure = resolve;
  });

  constructor(
    private readonly config: CliConfig,
    private readonly environment: Record<string, string>,
  ) {}

  /** Starts a part that lasts; nothing once the end began, or where it is not built. */
  start(name: string): void {
    const child = this.spawn(name, 'main');
    void child?.ended.then((how) => {
      if (!this.closing) this.tellFailure(`${name} ended (${how})`);
    });
  }

  /** Runs a part that ends by itself, and waits for it. */
  async once(name: string, main: string): Promise<void> {
    await this.spawn(name, main)?.ended;
  }

  /** Ends every part, the newest first. */
  async stop(): Promise<void> {
    this.closing = true;
    for (const child of [...this.running].reverse()) await child.stop();
  }

  private spawn(name: string, main: string): Child | null {
    if (this.closing) return null;
    const child = startChild(this.config.root, name, this.environment, main);
    if (child === null) return null;
    this.running.add(child);
    this.note();
    void child.ended.then(() => {
      this.running.delete(child);
      if (!this.closing) this.note();
    });
    return child;
  }

  /** The next start finds what a killed launcher left behind. */
  private note(): void {
    const pids = [...this.running].map(({ pid }) => pid).filter((pid) => pid !== undefined);
    noteChildren(this.config.dataDir, pids);
  }
}
