import { connect, type Socket } from 'node:net';

/** One request as it goes over the wire; `answered` gets the status and the text of the answer. */
export interface WireRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  answered?: (status: number, text: string) => void;
}
/** What a round of load saw; times in milliseconds. */
export interface Round {
  answers: number;
  seconds: number;
  times: number[];
  /** Answers that were no success, with how often each status came. */
  failures: Map<number, number>;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Sends requests over `connections` sockets that stay open, each the next one as soon as the last is answered, for some
 * seconds. It speaks to the wire itself: on two cores a full client would cost more than what it measures.
 */
export async function round(
  url: string,
  next: () => WireRequest,
  connections: number,
  seconds: number,
): Promise<Round> {
  const begun = performance.now();
  const seen: Round = { answers: 0, seconds: 0, times: [], failures: new Map() };
  const until = begun + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => new Line(url, seen).run(next, until)));
  seen.seconds = (performance.now() - begun) / 1000;
  return seen;
}

/** One socket. */
class Line {
  private readonly host: string;
  private readonly socket: Socket;
  private bytes: Buffer = Buffer.alloc(0);

  constructor(
    url: string,
    private readonly seen: Round,
  ) {
    const { host, hostname, port } = new URL(url);
    this.host = host;
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
  }

  run(next: () => WireRequest, until: number): Promise<void> {
    return new Promise((resolve, reject) => {
      let request = next();
      let sent = performance.now();
      const send = () => {
        sent = performance.now();
        this.socket.write(this.text(request));
      };
      this.socket.once('connect', send);
      this.socket.once('error', reject);
      this.socket.on('data', (chunk) => {
        this.bytes = this.bytes.length === 0 ? chunk : Buffer.concat([this.bytes, chunk]);
        const answer = this.whole();
        if (answer === null) return;
        this.note(request, answer, performance.now() - sent);
        if (performance.now() >= until) {
          this.socket.destroy();
          resolve();
          return;
        }
        try {
          request = next();
        } catch (cause) {
          reject(new Error('no request could be made', { cause }));
          return;
        }
        send();
      });
    });
  }

  private note(request: WireRequest, { status, text }: { status: number; text: string }, time: number): void {
    this.seen.answers += 1;
    this.seen.times.push(time);
    if (status >= 300) this.seen.failures.set(status, (this.seen.failures.get(status) ?? 0) + 1);
    request.answered?.(status, text);
  }

  private text({ method, path, headers = {}, body = '' }: WireRequest): string {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length =
      method === 'POST'
        ? `content-length: ${Buffer.byteLength(body)}\r\ncontent-type: application/json\r\n`
        : '';
    return `${method} ${path} HTTP/1.1\r\nhost: ${this.host}\r\n${length}${lines.join('')}\r\n${body}`;
  }

  /** The answer when all of it is here; both servers name its length. */
  private whole(): { status: number; text: string } | null {
    const end = this.bytes.indexOf(HEAD_END);
    if (end < 0) return null;
    const head = this.bytes.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
    if (Number.isNaN(length)) throw new Error(`an answer without length: ${head}`);
    if (this.bytes.length < end + 4 + length) return null;
    const text = this.bytes.toString('utf8', end + 4, end + 4 + length);
    this.bytes = Buffer.alloc(0);
    return { status: Number(head.slice(9, 12)), text };
  }
}

/** Statements alone on `connections` connections: what the database itself can do. */
export async function statementRound<Client>(
  clients: readonly Client[],
  work: (client: Client) => Promise<unknown>,
  seconds: number,
): Promise<Round> {
  const begun = performance.now();
  const seen: Round = { answers: 0, seconds: 0, times: [], failures: new Map() };
  const run = async (client: Client): Promise<void> => {
    while (performance.now() < begun + seconds * 1000) {
      const sent = performance.now();
      await work(client);
      seen.answers += 1;
      seen.times.push(performance.now() - sent);
    }
  };
  await Promise.all(clients.map(run));
  seen.seconds = (performance.now() - begun) / 1000;
  return seen;
}
