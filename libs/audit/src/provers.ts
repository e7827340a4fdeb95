import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Proof, provenLines } from './entry-proof.js';

const MOST_THREADS = 4;
/** Pieces that may wait for a thread; the reader waits once there are more. */
const WAITING_LIMIT = 4;
const IS_BUILT = import.meta.url.endsWith('.js');
/** From sources a thread compiles them anew, which takes longer than what tests have to prove: the work is done in place. */
const THREADS = IS_BUILT ? Math.min(MOST_THREADS, availableParallelism()) : 0;
const PROGRAM = new URL(`./prove-entries.worker.${IS_BUILT ? 'js' : 'ts'}`, import.meta.url);

/** Threads that hash entries while the database reads and sends the next ones. */
export class Provers {
  private readonly threads: Thread[] = [];

  /** @param proven hears of every piece that was done. @param program what each thread runs. */
  constructor(
    private readonly proven: (proof: Proof) => void,
    { threads = THREADS, program = PROGRAM } = {},
  ) {
    for (let made = 0; made < threads; made += 1) this.threads.push(new Thread(proven, program));
  }

  /**
   * Gives a piece to the thread with the least to do; resolves as soon as there is room for the next one.
   * @throws what ended that thread
   */
  async take(piece: Uint8Array): Promise<void> {
    const [idlest] = [...this.threads].sort((a, b) => a.waiting - b.waiting);
    if (!idlest) {
      this.proven(provenLines(piece));
      return;
    }
    idlest.take(piece);
    await idlest.hasRoom(WAITING_LIMIT);
  }

  /** Resolves once all pieces are done. @throws what ended a thread */
  async finish(): Promise<void> {
    for (const thread of this.threads) await thread.hasRoom(1);
  }

  async close(): Promise<void> {
    for (const thread of this.threads) await thread.close();
  }
}

class Thread {
  waiting = 0;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;
  private readonly worker: Worker;

  constructor(proven: (proof: Proof) => void, program: URL) {
    this.worker = new Worker(program);
    this.worker.on('message', (proof: Proof) => {
      proven(proof);
      this.waiting -= 1;
      this.wake();
    });
    this.worker.on('error', (failure: unknown) =>
      this.fail(failure instanceof Error ? failure : new Error(String(failure))),
    );
    // Whoever ends without a word leaves pieces that nobody proved.
    this.worker.on('exit', (code) =>
      this.fail(new Error(`a thread that proves the log ended (code ${code})`)),
    );
  }

  take(piece: Uint8Array): void {
    this.waiting += 1;
    this.worker.postMessage(piece, [piece.buffer as ArrayBuffer]);
  }

  /** Resolves when fewer than `limit` pieces wait. @throws what ended the thread */
  async hasRoom(limit: number): Promise<void> {
    while (this.waiting >= limit && this.failure === null)
      await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.failure) throw this.failure;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(failure: Error): void {
    this.failure ??= failure;
    this.wake();
  }
}
