import { setTimeout as pause } from 'node:timers/promises';
import { type DatabaseConfig, type Tx, type UnitOfWork } from '#database';
import { type Actor, systemActor } from '#kernel';
import { type LiveEvent, newsBetween, newsSince, presentPosition, WakeListener } from '#live';
import { type EventStream } from './event-stream.js';
import { type ToldEvent } from './told-events.js';
import { isMeantFor, visibleEvents } from './visible-events.js';

/** Whom the feed serves, and what it tells its owner. */
export interface FeedOwner {
  /** Every open stream. */
  streams: ReadonlySet<EventStream>;
  joined: (stream: EventStream) => void;
  sessionEnded: (userId: string) => Promise<void>;
  failed: (error: unknown) => void;
}
const READER = systemActor('00000000-0000-4000-8000-000000000000');
/** What comes within so short a time is read at once; after a long turn the feed rests as long as it worked. */
const REST_MS = 50;

/** The one reader of live events of a process: one query for whatever came, then the policy for each person. */
export class LiveFeed {
  /** Up to where everybody who joined was told; empty before the first look. */
  position = '';
  private joining: EventStream[] = [];
  private readonly members = new Set<EventStream>();
  private readonly listener: WakeListener;
  private wanted = false;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    database: DatabaseConfig,
    private readonly unitOfWork: UnitOfWork,
    private readonly owner: FeedOwner,
  ) {
    this.listener = new WakeListener(database, () => this.wake());
  }

  start(): void {
    this.listener.start();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.listener.stop();
    await this.running;
  }

  join(stream: EventStream): void {
    this.joining.push(stream);
    stream.onClose(() => this.members.delete(stream));
    this.wake();
  }

  hasJoined(stream: EventStream): boolean {
    return this.members.has(stream);
  }

  wake(): void {
    this.wanted = true;
    this.running ??= this.run().finally(() => (this.running = null));
  }

  private async run(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      const begun = performance.now();
      await this.turn().catch((error: unknown) => this.owner.failed(error));
      await pause(Math.max(REST_MS, performance.now() - begun), undefined, { ref: false });
    }
  }

  /** Nothing is passed over when a turn fails: the next one begins where the last one that ended well had read to. */
  private async turn(): Promise<void> {
    const joining = this.joining.filter((stream) => this.owner.streams.has(stream));
    this.joining = joining;
    if (this.members.size === 0) {
      if (joining.length === 0) return;
      this.position = await this.unitOfWork.ask(READER, presentPosition);
    } else {
      await this.follow();
    }
    for (const stream of joining) await this.admit(stream);
  }

  private async follow(): Promise<void> {
    const { position, events } = await this.unitOfWork.ask(READER, (tx) => newsSince(tx, this.position));
    const told = events === null ? null : await this.toldTo([...this.members], events);
    this.position = position;
    for (const stream of this.members) {
      if (told === null) stream.refresh();
      else stream.tell(told.get(stream.actor.id) ?? []);
    }
    const ended = (events ?? []).filter(({ topic }) => topic === 'session');
    for (const { audience } of ended) await this.owner.sessionEnded(audience);
  }

  private async admit(stream: EventStream): Promise<void> {
    const from = stream.resumesAt;
    const missed =
      from === null ? null : await this.unitOfWork.ask(READER, (tx) => newsBetween(tx, from, this.position));
    const told = missed && (await this.toldTo([stream], missed));
    this.joining = this.joining.filter((waiting) => waiting !== stream);
    if (!this.owner.streams.has(stream)) return;
    this.members.add(stream);
    stream.ready(told !== null);
    stream.tell(told?.get(stream.actor.id) ?? []);
    this.owner.joined(stream);
  }

  /** What each person is told, by their id: all of it is known before anybody is told anything. */
  private async toldTo(
    streams: readonly EventStream[],
    events: readonly LiveEvent[],
  ): Promise<Map<string, ToldEvent[]>> {
    const people = new Map(streams.map(({ actor }) => [actor.id, actor]));
    const meant = [...people.values()].filter((actor) => events.some((event) => isMeantFor(actor, event)));
    if (meant.length === 0) return new Map();
    return new Map(await this.unitOfWork.read(READER, (tx) => askedFor(tx, meant, events)));
  }
}

const askedFor = (
  tx: Tx,
  people: readonly Actor[],
  events: readonly LiveEvent[],
): Promise<[string, ToldEvent[]][]> =>
  Promise.all(people.map(async (actor) => [actor.id, await visibleEvents(tx, actor, events)]));
