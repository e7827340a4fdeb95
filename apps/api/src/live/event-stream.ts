import { PassThrough, type Readable } from 'node:stream';
import { type Actor } from '#kernel';
import { type Principal } from '../http/api-request.types.js';
import { type ToldEvent } from './told-events.js';

/** Why a stream ends. */
export type StreamEnd = 'session_ended' | 'lifetime' | 'shutdown';

/** A browser that lost its stream comes back after so long. */
const RETRY_MS = 3000;
/** Whoever takes in nothing is let go before the memory is full of what they were to be told. */
const MOST_WAITING_BYTES = 256 * 1024;

/** One open stream of one person (`text/event-stream`). */
export class EventStream {
  private readonly pipe = new PassThrough();
  actor: Actor;

  constructor(
    readonly principal: Principal,
    /** Where the stream left off before; null for one that is new. */
    readonly resumesAt: string | null,
    private readonly seal: (userId: string) => string,
  ) {
    this.actor = principal.actor;
    this.pipe.write(`retry: ${RETRY_MS}\n\n`);
  }

  get body(): Readable {
    return this.pipe;
  }

  onClose(closed: () => void): void {
    this.pipe.once('close', closed);
  }

  /** The first event: whether everything since the cursor follows, or what is on the screen has to be fetched anew. */
  ready(resumed: boolean): void {
    this.write(`event: ready\ndata: ${JSON.stringify({ resumed })}\n${this.cursorLine()}\n`);
  }

  /** Tells events; the cursor comes with the last of them, so that a stream that breaks among them tells all again. */
  tell(events: readonly ToldEvent[]): void {
    const texts = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n`);
    if (texts.length > 0) this.write(`${texts.join('\n')}${this.cursorLine()}\n`);
  }

  /** More happened than is told one by one. */
  refresh(): void {
    this.write(`event: refresh\ndata: {}\n${this.cursorLine()}\n`);
  }

  /** A sign of life, at regular times for everybody; it moves the cursor past what was not for this person. */
  beat(): void {
    this.write(`:\n${this.cursorLine()}\n`);
  }

  end(reason: StreamEnd): void {
    this.write(`event: end\ndata: ${JSON.stringify({ reason })}\n\n`);
    this.pipe.end();
  }

  private cursorLine(): string {
    return `id: ${this.seal(this.actor.id)}\n`;
  }

  private write(text: string): void {
    if (!this.pipe.writable) return;
    this.pipe.write(text);
    if (this.pipe.writableLength + this.pipe.readableLength > MOST_WAITING_BYTES) this.pipe.destroy();
  }
}
