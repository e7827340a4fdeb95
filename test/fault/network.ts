import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_PASSWORD } from '#identity';
import { canonicalJson, systemClock } from '#kernel';
import { type TestApi } from '../support/api.js';
import { ApiClient } from '../support/api-client.js';
import { type Acknowledged, type Ledger } from './ledger.js';
import { type Report } from './report.js';

/** An answer later than this is one too late, whatever is down. */
const ANSWER_WITHIN_MS = 12_000;
/** How long somebody tries on after the first failure. */
const GIVE_UP_AFTER_MS = 120_000;

interface Request {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
}
export interface Reply {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  rawPayload: Buffer;
}

/** How a request came to its answer. */
type Way = Pick<Acknowledged, 'lostIn' | 'sentAt'> & { failures: number };
/** Counts deliveries with a key that got no answer, or 503. */
export const UNANSWERED = 'deliveries with a key without their answer';

/**
 * People behind a real network: a request that got no answer, or 503, is sent again with the same key until it is
 * answered. What was acknowledged goes into the ledger.
 */
export class Network {
  private readonly tokens = new Map<string, Promise<string>>();
  /** Writes that wait for their answer now. */
  readonly writes = new Set<Promise<Reply | null>>();
  stopped = false;
  /** What befell the installation last. */
  fault: string | null = null;

  constructor(
    private readonly origin: string,
    private readonly ledger: Ledger,
    private readonly report: Report,
  ) {}

  /** What the drivers of the other tests need of an API. */
  get api(): TestApi {
    const login = (email: string) => Promise.resolve(this.clientOf(email));
    return { login, clock: systemClock } as unknown as TestApi;
  }

  private clientOf(email: string): ApiClient {
    const app = { inject: (request: Request) => this.untilAnswered(email, request) };
    return new ApiClient(app as unknown as NestFastifyApplication);
  }

  private async untilAnswered(email: string, request: Request): Promise<Reply> {
    const key = request.headers['idempotency-key'] ?? randomUUID();
    const headers = { ...request.headers, ...(request.method === 'POST' && { 'idempotency-key': key }) };
    let failures = 0;
    let lostIn: string | null = null;
    for (const end = Date.now() + GIVE_UP_AFTER_MS; Date.now() < end && !this.stopped;) {
      const sentAt = Date.now();
      const reply = await this.once(email, { ...request, headers });
      if (reply !== null && reply.statusCode < 500)
        return this.settled(email, { ...request, headers }, reply, { failures, lostIn, sentAt });
      failures += 1;
      lostIn = this.fault;
      if (request.method === 'POST') this.report.count(UNANSWERED);
      await sleep(50 + Math.min(failures, 8) * 50);
    }
    if (!this.stopped)
      this.report.violate(`${request.method} ${request.url}: no answer for ${GIVE_UP_AFTER_MS} ms`);
    throw new Stopped();
  }

  /** Delivers once more what was acknowledged; null when nobody answers now. */
  again({ email, method, url, headers, payload }: Acknowledged): Promise<Reply | null> {
    return this.once(email, { method, url, headers, ...(payload === undefined ? {} : { payload }) });
  }

  private async settled(email: string, request: Request, reply: Reply, way: Way): Promise<Reply> {
    const { failures, ...rest } = way;
    if (request.method === 'GET') return reply;
    const seen = reply.statusCode === 412 && failures > 0 ? await this.ownChange(email, request) : null;
    const told = seen ?? reply;
    if (told.statusCode < 300) {
      this.report.count(`acknowledged ${nameOf(request)}`);
      if (failures > 0) this.report.count('retried and acknowledged');
      this.ledger.note({
        email,
        ...request,
        ...rest,
        status: told.statusCode,
        body: JSON.parse(told.body || 'null'),
      });
    } else this.report.count(`refused ${told.statusCode}`);
    return told;
  }

  /** PATCH and PUT have no key: whether one was carried out before its answer was lost is seen by looking. */
  private async ownChange(email: string, request: Request): Promise<Reply | null> {
    if (request.method === 'PUT') return this.ownOpinion(email, request);
    if (request.method !== 'PATCH') return null;
    const { payload: _sent, ...look } = request;
    const reply = await this.untilAnswered(email, { ...look, method: 'GET', headers: {} });
    const { facts } = JSON.parse(reply.body) as { facts?: Record<string, unknown> };
    const wanted = (JSON.parse(String(request.payload)) as { facts: Record<string, unknown> }).facts;
    const isThere = Object.entries(wanted).every(
      ([name, value]) => canonicalJson(facts?.[name]) === canonicalJson(value),
    );
    return isThere ? reply : null;
  }

  /** The opinion as its author finds it, where it says what was sent. */
  private async ownOpinion(email: string, request: Request): Promise<Reply | null> {
    const { payload, url } = request;
    const list = url.replace(/\/mine(\?.*)?$/, '');
    const reply = await this.untilAnswered(email, { method: 'GET', url: list, headers: {} });
    const { items = [] } = JSON.parse(reply.body) as { items?: Record<string, unknown>[] };
    const wanted = JSON.parse(String(payload)) as Record<string, unknown>;
    const own = items.find((opinion) => saysTheSame(opinion, wanted));
    return own === undefined ? null : { ...reply, body: JSON.stringify(own) };
  }

  private async once(email: string, request: Request): Promise<Reply | null> {
    const token = await this.tokenOf(email);
    if (token === null) return null;
    const headers = { ...request.headers, authorization: `Bearer ${token}` };
    const reply = await this.send({ ...request, headers });
    if (reply?.statusCode !== 401) return reply;
    this.tokens.delete(email);
    return null;
  }

  private async tokenOf(email: string): Promise<string | null> {
    const waiting = this.tokens.get(email) ?? this.signIn(email);
    this.tokens.set(email, waiting);
    try {
      return await waiting;
    } catch {
      this.tokens.delete(email);
      return null;
    }
  }

  private async signIn(email: string): Promise<string> {
    const payload = JSON.stringify({ email, password: DEMO_PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const reply = await this.send({ method: 'POST', url: '/api/v1/auth/login', headers, payload });
    if (reply?.statusCode !== 200) throw new Error('cannot sign in now');
    return (JSON.parse(reply.body) as { accessToken: string }).accessToken;
  }

  /** One exchange; null when the connection ended without an answer. */
  async send(request: Request): Promise<Reply | null> {
    const exchange = this.exchange(request);
    if (request.method !== 'GET') this.writes.add(exchange);
    const reply = await exchange;
    this.writes.delete(exchange);
    return reply;
  }

  private async exchange({ method, url, headers, payload }: Request): Promise<Reply | null> {
    const begun = Date.now();
    const what = `${method} ${url.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')}`;
    try {
      const answer = await fetch(`${this.origin}${url}`, {
        method,
        headers,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        ...(payload === undefined
          ? {}
          : { body: typeof payload === 'string' ? payload : new Uint8Array(payload) }),
      });
      const rawPayload = Buffer.from(await answer.arrayBuffer());
      const reply = {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: rawPayload.toString('utf8'),
        rawPayload,
      };
      this.judge(what, reply);
      return reply;
    } catch {
      if (Date.now() - begun >= ANSWER_WITHIN_MS) this.report.violate(`${what}: hangs`);
      this.report.count('without an answer');
      return null;
    }
  }

  private judge(what: string, { statusCode, headers, body }: Reply): void {
    if (statusCode < 500) return;
    this.report.count(`answered ${statusCode}`);
    this.report.count(`answered ${statusCode} ${codeOf(body)}`);
    if (statusCode !== 503) this.report.violate(`${what}: ${statusCode} ${body.slice(0, 300)}`);
    else if (!(Number(headers['retry-after']) > 0)) this.report.violate(`${what}: 503 without Retry-After`);
  }
}

/** The refusal that a problem document names; readiness answers with none. */
const codeOf = (body: string): string =>
  (JSON.parse(body || '{}') as { code?: string }).code ?? '(readiness)';

/** What an opinion says; everything else of it is bookkeeping. */
const SAID = ['criteria', 'recommendation', 'summary'] as const;
export const saysTheSame = (one: Record<string, unknown>, other: Record<string, unknown>): boolean =>
  SAID.every((field) => canonicalJson(one[field] ?? null) === canonicalJson(other[field] ?? null));

/** The run is over while somebody still waited for an answer. */
export class Stopped extends Error {}

/** `POST commands/accept`, `PATCH`, `POST documents` … */
function nameOf({ method, url }: Request): string {
  const path = url.split('?')[0]?.replace(/^\/api\/v1\//, '') ?? '';
  const words = path.split('/').filter((word) => !/^[0-9a-f-]{36}$/.test(word) && !/:/.test(word));
  return `${method} ${words.join('/')}`;
}
