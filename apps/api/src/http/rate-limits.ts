import fastifyRateLimit from '@fastify/rate-limit';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Injectable } from '@nestjs/common';
import { networkOf } from '#identity';
import { Refusal } from '#kernel';
import { type ApiConfig } from '../config.js';
import { type ApiReply, type ApiRequest } from './api-request.types.js';
import { routeOf } from './request-log.js';
import { WEB_ROUTES } from '../web/web-sections.js';

type RateClass = Exclude<keyof ApiConfig['rates'], 'person'> | 'health' | 'unroutable';
const SIGN_IN = ['/api/v1/auth/login', '/api/v1/auth/session', '/api/v1/auth/refresh'];
const PREVIEW = ['/api/v1/screenings/preview', '/api/v1/lists/match'];
/** Answers out of memory, and costs less than counting does. */
const UNCOUNTED = ['/health/live', '/health/version'];
const WINDOW_SECONDS = 60;
/** Probes of balancers ask every second or so; what no router understands is a mistake or a probe of another kind. */
const FIXED = { health: 600, unroutable: 120 } as const;
/** Counters that are kept: a provider hands out 65,536 networks at once, which must not push out the others. */
const KEPT_COUNTERS = 100_000;

type Classified = Pick<ApiRequest, 'method' | 'routeOptions' | 'headers'>;

/** Whether a request shows something that may tell who sent it; whether it does is found out later. */
const showsSomebody = ({ headers }: Pick<ApiRequest, 'headers'>): boolean =>
  headers['authorization'] !== undefined || headers['cookie'] !== undefined;
const isPreview = (request: Classified): boolean => PREVIEW.includes(routeOf(request) ?? '');

/** Which of the limits of its address a request falls under: by its route, since one route can be written in many ways. */
export function rateClassOf(request: Classified): RateClass {
  const route = routeOf(request) ?? '';
  if (WEB_ROUTES.has(route)) return 'pages';
  if (route.startsWith('/health/')) return 'health';
  if (request.method === 'POST' && SIGN_IN.includes(route)) return 'signIn';
  // People of one office do not use up each other's previews: theirs are counted once it is known who they are.
  if (isPreview(request)) return showsSomebody(request) ? 'general' : 'preview';
  if (route.startsWith('/api/v1/public/')) return 'preview';
  return 'general';
}

type Limiter = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
type Counter = ReturnType<Limiter['createRateLimit']>;
type Counted = Parameters<Counter>[0];
type Count = Awaited<ReturnType<Counter>>;

/**
 * Counts requests, one minute wide: of an address by class before anything else is done, of a person once it is known who
 * asks. Every counted answer says what is left, as `RateLimit` and `RateLimit-Policy` (IETF draft).
 */
@Injectable()
export class RateLimits {
  private byPerson: Counter | null = null;
  private previewsByPerson: Counter | null = null;
  private byClass: Record<RateClass, Counter> | null = null;

  /** Registers the plugin and the count by address. */
  async install(app: NestFastifyApplication, rates: ApiConfig['rates']): Promise<void> {
    await app.register(fastifyRateLimit, { global: false, cache: KEPT_COUNTERS });
    const fastify = app.getHttpAdapter().getInstance();
    const { person, ...byAddress } = rates;
    const most = { ...byAddress, ...FIXED };
    const counter = (max: number, key: (request: Counted) => string) =>
      fastify.createRateLimit({ timeWindow: WINDOW_SECONDS * 1000, max, keyGenerator: key });
    const byClass = Object.fromEntries(
      (Object.keys(most) as RateClass[]).map((name) => [
        name,
        counter(most[name], ({ ip }) => `${name}:${networkOf(ip)}`),
      ]),
    ) as Record<RateClass, Counter>;
    this.byClass = byClass;
    const personOf = (request: Counted) => (request as unknown as ApiRequest).principal?.actor.id;
    this.byPerson = counter(person, (request) => `person:${personOf(request)}`);
    this.previewsByPerson = counter(rates.preview, (request) => `preview of person:${personOf(request)}`);
    fastify.addHook('onRequest', async (request, reply) => {
      if (UNCOUNTED.includes(routeOf(request) ?? '')) return;
      const name = rateClassOf(request);
      hold(reply, name, await byClass[name](request));
    });
  }

  /** Counts a request that no router understands, by address. @throws Refusal `rate_limited` */
  async holdUnroutable({ ip }: Pick<ApiRequest, 'ip'>, reply: ApiReply): Promise<void> {
    const request = { ip, routeOptions: {} } as unknown as Counted;
    if (this.byClass) hold(reply, 'unroutable', await this.byClass.unroutable(request));
  }

  /**
   * Counts a request of whoever is signed in, and a preview of whoever turned out to be nobody by the address after all.
   * @throws Refusal `rate_limited`
   */
  async holdPerson(request: ApiRequest, reply: ApiReply): Promise<void> {
    const counted = request as unknown as Counted;
    if (this.byPerson && request.principal) hold(reply, 'person', await this.byPerson(counted));
    if (!isPreview(request) || !showsSomebody(request)) return;
    const previews = request.principal ? this.previewsByPerson : this.byClass?.preview;
    if (previews) hold(reply, 'preview', await previews(counted));
  }
}

const POLICY = 'ratelimit-policy';
const LEFT = 'ratelimit';

function hold(reply: Pick<ApiReply, 'header' | 'getHeader'>, name: string, count: Count): void {
  if (count.isAllowed) return;
  append(reply, POLICY, `"${name}";q=${count.max};w=${WINDOW_SECONDS}`);
  append(reply, LEFT, `"${name}";r=${count.remaining};t=${count.ttlInSeconds}`);
  if (count.isExceeded) throw new Refusal('rate_limited', { retryAfterSeconds: count.ttlInSeconds });
}
function append(reply: Pick<ApiReply, 'header' | 'getHeader'>, name: string, item: string): void {
  const earlier = reply.getHeader(name);
  reply.header(name, typeof earlier === 'string' ? `${earlier}, ${item}` : item);
}
