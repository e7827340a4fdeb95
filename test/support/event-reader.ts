import { type IncomingMessage, request } from 'node:http';

/** One event as an EventSource would hand it on. */
export interface ReadEvent {
  event: string;
  data: Record<string, unknown>;
  /** The cursor after it, where it brought one. */
  id: string | null;
}
const WAIT_MS = 15_000;

/** Reads a stream of server-sent events over a real socket. */
export class EventReader {
  readonly events: ReadEvent[] = [];
  /** Everything as it came. */
  raw = '';
  lastEventId: string | null = null;
  isOver = false;
  private rest = '';
  private changed: () => void = () => undefined;

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.take(text));
    response.on('error', () => undefined);
    response.on('close', () => {
      this.isOver = true;
      this.changed();
    });
  }

  /** Opens a stream; what is refused comes as text to read to the end. */
  static open(origin: string, headers: Record<string, string>): Promise<EventReader> {
    return new Promise((resolve, reject) => {
      const sent = request(`${origin}/api/v1/events`, { headers, agent: false }, (response) =>
        resolve(new EventReader(response)),
      );
      sent.on('error', reject);
      sent.end();
    });
  }

  /** The first event that fits, among those that came and those that come. */
  async next(event: string, fits: (data: Record<string, unknown>) => boolean = () => true) {
    const found = () => this.events.find((read) => read.event === event && fits(read.data));
    await this.until(() => found() !== undefined || this.isOver);
    const read = found();
    if (!read) throw new Error(`the stream ended without ${event}: ${this.raw}`);
    return read;
  }

  async until(holds: () => boolean): Promise<void> {
    const late = Date.now() + WAIT_MS;
    while (!holds()) {
      if (Date.now() > late) throw new Error(`nothing came in time: ${this.raw}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, late - Date.now());
        this.changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  close(): void {
    this.response.destroy();
  }

  private take(text: string): void {
    this.raw += text;
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) this.read(block);
    this.changed();
  }

  private read(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
    );
    const id = fields.get('id') ?? null;
    if (id !== null) this.lastEventId = id;
    const data = fields.get('data');
    if (data === undefined) return;
    const event = fields.get('event') ?? 'message';
    this.events.push({ event, data: JSON.parse(data) as Record<string, unknown>, id });
  }
}
