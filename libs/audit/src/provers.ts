import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Proof, provenLines } from './entry-proof.js';

const MOST_THREADS = 4;
/** Pieces that may wait for a thread; the reader waits once there are more. */
const WAITING_LIMIT = 4;
/** Only what is built can be started as a thread; from sources the work is done in place. */
const IS_BUILT = import.meta.url.endsWith('.js');

/** Threads that hash entries while the database reads and sends the next ones. */
export class Provers {
  private readonly threads: Thread[] = [];

  constructor(private readonly proven: (proof: Proof) => void) {
    if (!IS_BUILT) return;
    for (let made = 0; made < Math.min(MOST_THREADS, availableParallelism()); made += 1)
      this.threads.push(new Thread(proven));
  }

  /** Gives a piece to the thread with the least to do; resolves as soon as there is room for the next one. */
  async take(piece: Uint8Array): Promise<void> {
    const [idlest] = [...this.threads].sort((a, b) => a.waiting - b.waiting);
    if (!idlest) {
      this.proven(provenLines(piece));
      return;
    }
    idlest.take(piece);
    await idlest.hasRoom(WAITING_LIMIT);
  }

  /** Resolves once all pieces are done. */
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
  private readonly worker = new Worker(new URL('./prove-entries.worker.js', import.meta.url));

  constructor(proven: (proof: Proof) => void) {
    this.worker.on('message', (proof: Proof) => {
      proven(proof);
      this.waiting -= 1;
      this.wake();
    });
    this.worker.on('error', (failure: unknown) => {
      this.failure = failure instanceof Error ? failure : new Error(String(failure));
      this.wake();
    });
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
}
