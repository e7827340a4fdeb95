import fastifyRateLimit from '@fastify/rate-limit';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Injectable } from '@nestjs/common';
import { Refusal } from '#kernel';
import { type ApiConfig } from '../config.js';
import { type ApiReply, type ApiRequest } from './api-request.types.js';

type RateClass = Exclude<keyof ApiConfig['rates'], 'person'>;
const SIGN_IN = ['/api/v1/auth/login', '/api/v1/auth/session', '/api/v1/auth/refresh'];
const PREVIEW = ['/api/v1/screenings/preview', '/api/v1/lists/match'];
const WINDOW_SECONDS = 60;
/** A household or an office has one of these; its single addresses are without number. */
const IPV6_PREFIX = 64;

/** Which of the limits a request falls under. */
export function rateClassOf(request: { method: string; url: string }): RateClass {
  const path = request.url.split('?')[0] ?? '';
  if (request.method === 'POST' && SIGN_IN.includes(path)) return 'signIn';
  if (PREVIEW.includes(path) || path.startsWith('/api/v1/public/')) return 'preview';
  return 'general';
}

type Limiter = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
type Count = Awaited<ReturnType<ReturnType<Limiter['createRateLimit']>>>;

/**
 * Counts requests, one minute wide: of an address by class before anything else is done, of a person once it is known who
 * asks. Every counted answer says what is left, as `RateLimit` and `RateLimit-Policy` (IETF draft).
 */
@Injectable()
export class RateLimits {
  private byPerson: ReturnType<Limiter['createRateLimit']> | null = null;

  /** Registers the plugin and the count by address. */
  async install(app: NestFastifyApplication, rates: ApiConfig['rates']): Promise<void> {
    await app.register(fastifyRateLimit, { global: false });
    const fastify = app.getHttpAdapter().getInstance();
    const timeWindow = WINDOW_SECONDS * 1000;
    const byAddress = fastify.createRateLimit({
      timeWindow,
      max: (request) => rates[rateClassOf(request)],
      keyGenerator: (request) =>
        `${rateClassOf(request)}:${fastifyRateLimit.normalizeIP(request.ip, IPV6_PREFIX)}`,
    });
    this.byPerson = fastify.createRateLimit({
      timeWindow,
      max: rates.person,
      keyGenerator: (request) => `person:${(request as unknown as ApiRequest).principal?.actor.id}`,
    });
    fastify.addHook('onRequest', async (request, reply) => {
      if (request.url.startsWith('/health/')) return;
      hold(reply, rateClassOf(request), await byAddress(request));
    });
  }

  /** Counts a request of whoever is signed in. @throws Refusal `rate_limited` */
  async holdPerson(request: ApiRequest, reply: ApiReply): Promise<void> {
    if (this.byPerson && request.principal)
      hold(reply, 'person', await this.byPerson(request as unknown as Parameters<typeof this.byPerson>[0]));
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
