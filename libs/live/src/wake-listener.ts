import pg from 'pg';
import { type DatabaseConfig } from '#database';
import { WAKE_CHANNEL } from './wake-ups.js';

const CONNECT_WITHIN_MS = 5000;
const AGAIN_MS = 2000;

/** Hears the wake-ups on a connection of its own, and comes back by itself when that is lost. */
export class WakeListener {
  private client: pg.Client | null = null;
  private again: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly config: DatabaseConfig,
    private readonly woken: () => void,
  ) {}

  start(): void {
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.again) clearTimeout(this.again);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { host, port, user, password, database } = this.config;
    const client = new pg.Client({
      host,
      port,
      user,
      password,
      database,
      application_name: 'techgate-live',
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', this.woken);
    client.on('error', () => undefined);
    client.once('end', () => this.later(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
      this.woken();
    } catch {
      await client.end().catch(() => undefined);
      this.later(client);
    }
  }

  private later(lost: pg.Client): void {
    if (this.stopped || this.client !== lost) return;
    this.client = null;
    this.again = setTimeout(() => void this.connect(), AGAIN_MS).unref();
  }
}
