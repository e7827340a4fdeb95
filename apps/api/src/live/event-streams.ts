import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '#database';
import { RefreshTokens, WebSessions } from '#identity';
import { type Actor, CLOCK, type Clock, faultName, Refusal, systemActor } from '#kernel';
import { type Cursor, endSilentPresence, EventCursors, LIVE_EVENT_HOURS } from '#live';
import { API_CONFIG } from '../config.module.js';
import { type ApiConfig } from '../config.js';
import { type Principal } from '../http/api-request.types.js';
import { ApiMetrics } from '../observability/api-metrics.js';
import { EventStream } from './event-stream.js';
import { LiveFeed } from './live-feed.js';

const NO_AUTHORITY = '00000000-0000-4000-8000-000000000000';
/** Readers look by themselves, too: a wake-up may be lost, and who is silent at a dossier has to be missed. */
const LOOK_EVERY_MS = 5000;
const COME_BACK_SECONDS = 30;
const HOUR_MS = 3_600_000;

/** The open streams of this process: lets people in, keeps the streams alive, and ends those whose session ended. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly logger = new Logger(EventStreams.name);
  private readonly streams = new Set<EventStream>();
  private readonly cursors: EventCursors;
  private readonly feed: LiveFeed;
  private timers: NodeJS.Timeout[] = [];
  private isClosing = false;

  constructor(
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(WebSessions) private readonly sessions: WebSessions,
    @Inject(RefreshTokens) private readonly tokens: RefreshTokens,
    @Inject(ApiMetrics) metrics: ApiMetrics,
  ) {
    this.cursors = new EventCursors(config.sessionSecret);
    this.feed = new LiveFeed(config.database, unitOfWork, {
      streams: this.streams,
      joined: (stream) => this.beginLife(stream),
      sessionEnded: (userId) => this.checkSessionsOf(userId),
      failed: (error) => this.report(error),
    });
    metrics.streams(() => this.streams.size);
  }

  /**
   * Opens a stream for a person; `lastEventId` is the cursor at which an earlier one left off.
   * @throws Refusal `too_many_event_streams`, `event_streams_full`
   */
  open(principal: Principal, lastEventId: string | undefined): EventStream {
    this.requireRoom(principal.actor);
    const cursor = lastEventId === undefined ? null : this.cursors.open(principal.actor.id, lastEventId);
    const resumesAt = cursor !== null && this.isKept(cursor) ? cursor.position : null;
    const stream = new EventStream(principal, resumesAt, (userId) => this.cursorFor(userId));
    this.streams.add(stream);
    stream.onClose(() => this.streams.delete(stream));
    if (this.timers.length === 0) this.begin();
    this.feed.join(stream);
    return stream;
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    for (const timer of this.timers) clearInterval(timer);
    for (const stream of this.streams) stream.end('shutdown');
    await this.feed.stop();
  }

  private requireRoom({ id }: Actor): void {
    const { perPerson, total } = this.config.events;
    const retry = { retryAfterSeconds: COME_BACK_SECONDS };
    if (this.isClosing || this.streams.size >= total) throw new Refusal('event_streams_full', retry);
    const own = [...this.streams].filter(({ actor }) => actor.id === id).length;
    if (own >= perPerson) throw new Refusal('too_many_event_streams', { ...retry, limit: perPerson });
  }

  private begin(): void {
    this.feed.start();
    const every = (milliseconds: number, turn: () => Promise<void>) =>
      setInterval(() => void turn().catch((error: unknown) => this.report(error)), milliseconds).unref();
    this.timers = [
      every(LOOK_EVERY_MS, () => this.look()),
      every(this.config.events.heartbeatSeconds * 1000, () => this.beat()),
    ];
  }

  private beginLife(stream: EventStream): void {
    const timer = setTimeout(() => stream.end('lifetime'), this.config.events.streamSeconds * 1000).unref();
    stream.onClose(() => clearTimeout(timer));
  }

  private async look(): Promise<void> {
    if (this.streams.size === 0) return;
    this.feed.wake();
    await this.unitOfWork.run(systemActor(NO_AUTHORITY), endSilentPresence);
  }

  /** Signs of life do not wait for the database; whose session ended hears the end instead. */
  private async beat(): Promise<void> {
    for (const stream of this.streams) if (this.feed.hasJoined(stream)) stream.beat();
    for (const stream of [...this.streams]) await this.checkSession(stream);
  }

  private async checkSessionsOf(userId: string): Promise<void> {
    for (const stream of [...this.streams]) if (stream.actor.id === userId) await this.checkSession(stream);
  }

  /** A database that does not answer ends no session. */
  private async checkSession(stream: EventStream): Promise<void> {
    const { via, sessionId } = stream.principal;
    try {
      stream.actor =
        via === 'cookie' ? await this.sessions.stillOf(sessionId) : await this.tokens.actorOf(sessionId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      stream.end('session_ended');
    }
  }

  private cursorFor(userId: string): string {
    return this.cursors.seal(userId, { position: this.feed.position, at: this.clock.now() });
  }

  /** Whether everything since a cursor is still there; an hour is left for what was long in being written. */
  private isKept({ at }: Cursor): boolean {
    const age = this.clock.now().getTime() - at.getTime();
    return age >= 0 && age < (LIVE_EVENT_HOURS - 1) * HOUR_MS;
  }

  private report(error: unknown): void {
    this.logger.warn({ msg: 'live events are late', code: faultName(error) });
  }
}
