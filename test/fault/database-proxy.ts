import { connect, createServer, type Server, type Socket } from 'node:net';
import { type AddressInfo } from 'node:net';

/** A write's COMMIT on the wire: the Bind, with no portal, to the statement that `UnitOfWork` gives this name; its text travels once for a connection. */
const COMMIT = '\0commit\0';

/** How a connection is cut around the end of a transaction. */
export type Cut = 'before_commit' | 'after_commit';

/** A wire to PostgreSQL that can be cut, at once or around a COMMIT, or swallow everything. */
export class DatabaseProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private server: Server | null = null;
  private cut: Cut | null = null;
  private silent = false;
  private tellCut: (() => void) | null = null;

  constructor(private readonly target: () => number) {}

  async listen(): Promise<number> {
    const server = createServer({ noDelay: true }, (client) => {
      this.join(client);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  /** Ends every connection in the middle of whatever it does. */
  dropAll(): number {
    const count = this.pairs.size;
    for (const pair of this.pairs) this.end(pair);
    return count;
  }

  /** Cuts the next connection that commits a write, before PostgreSQL hears of it or before its client does. False after the wait. */
  async cutNext(cut: Cut, withinMs: number): Promise<boolean> {
    this.cut = cut;
    const done = await Promise.race([
      new Promise<boolean>((resolve) => (this.tellCut = () => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs)),
    ]);
    this.cut = null;
    return done;
  }

  /** Swallows every byte in both directions, as a network that is gone without a word, until `speak`. */
  hush(): void {
    this.silent = true;
  }
  /** What was swallowed is lost, so what lay on the wire ends with it. */
  speak(): void {
    this.silent = false;
    this.dropAll();
  }

  async close(): Promise<void> {
    this.dropAll();
    await new Promise((resolve) => this.server?.close(resolve) ?? resolve(null));
  }

  private join(client: Socket): void {
    const server = connect({ port: this.target(), host: '127.0.0.1', noDelay: true });
    const pair = [client, server] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.end(pair);
      });
    }
    client.on('data', (chunk: Buffer) => {
      this.pass(pair, chunk);
    });
    server.on('data', (chunk) => {
      if (!this.silent) client.write(chunk);
    });
  }

  private pass(pair: readonly [Socket, Socket], chunk: Buffer): void {
    const [client, server] = pair;
    if (this.silent) return;
    if (this.cut === null || !chunk.includes(COMMIT)) {
      server.write(chunk);
      return;
    }
    const cut = this.cut;
    this.cut = null;
    if (cut === 'before_commit') this.end(pair);
    else {
      server.removeAllListeners('data');
      // PostgreSQL commits and answers into the void; its client only sees the connection end.
      server.once('data', () => {
        this.end(pair);
      });
      server.write(chunk);
      client.pause();
    }
    this.tellCut?.();
  }

  private end(pair: readonly [Socket, Socket]): void {
    if (!this.pairs.delete(pair)) return;
    for (const socket of pair) socket.destroy();
  }
}
