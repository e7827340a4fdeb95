import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const RESTART_AFTER_MS = 200;
/** A worker ends what it is doing and takes a checkpoint first, for which it may have to wait. */
const ENDS_WITHIN_MS = 60_000;
const ROOT = new URL('../..', import.meta.url).pathname;

/** One process of the installation under an init system: whenever it ends, it is started again, and nothing else is done. */
export class Service {
  private child: ChildProcess | null = null;
  private wanted = false;
  private meant = false;
  starts = 0;
  /** Times that it ended although nobody had ended it. */
  readonly ownEnds: string[] = [];

  constructor(
    readonly name: string,
    private readonly args: readonly string[],
    private readonly environment: NodeJS.ProcessEnv,
    private readonly logFile: string,
  ) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    this.wanted = true;
    this.spawn();
  }
  /** Ends it as a power cut would; false when it does not run. */
  kill(): boolean {
    return this.signal('SIGKILL');
  }
  /** Ends it as an operator would; the init system starts it again. False when it does not run. */
  terminate(): boolean {
    return this.signal('SIGTERM');
  }
  async stop(): Promise<void> {
    this.wanted = false;
    this.meant = true;
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    await ended;
    clearTimeout(patience);
  }

  private signal(signal: 'SIGKILL' | 'SIGTERM'): boolean {
    const { child } = this;
    const runs = child !== null && child.exitCode === null && child.signalCode === null;
    if (runs) this.meant = true;
    return runs && child.kill(signal);
  }

  private spawn(): void {
    const log = createWriteStream(this.logFile, { flags: 'a' });
    this.starts += 1;
    this.meant = false;
    const child = spawn(process.execPath, [...this.args], {
      cwd: ROOT,
      env: this.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    child.once('exit', (code, signal) => {
      if (!this.meant) this.ownEnds.push(signal ?? `code ${code ?? 'unknown'}`);
      void sleep(RESTART_AFTER_MS).then(() => {
        if (this.wanted) this.spawn();
      });
    });
  }
}
