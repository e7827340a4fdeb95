import { type ApiConfig } from '../config.js';
import { Refusal } from '#kernel';

type RateClass = keyof ApiConfig['rates'];
const SIGN_IN = ['/api/v1/auth/login', '/api/v1/auth/session', '/api/v1/auth/refresh'];
const PREVIEW = ['/api/v1/screenings/preview', '/api/v1/lists/match'];

/** Which of the limits a request falls under. */
export function rateClassOf(request: { method: string; url: string }): RateClass {
  const path = request.url.split('?')[0] ?? '';
  if (request.method === 'POST' && SIGN_IN.includes(path)) return 'signIn';
  if (PREVIEW.includes(path) || path.startsWith('/api/v1/public/')) return 'preview';
  return 'general';
}

/** Options for @fastify/rate-limit: per address and class, one minute wide. */
export const rateLimitOptions = (rates: ApiConfig['rates']) => ({
  global: true,
  timeWindow: 60_000,
  max: (request: { method: string; url: string }) => rates[rateClassOf(request)],
  keyGenerator: (request: { method: string; url: string; ip: string }) =>
    `${rateClassOf(request)}:${request.ip}`,
  allowList: (request: { url: string }) => request.url.startsWith('/health/'),
  errorResponseBuilder: (_request: unknown, context: { ttl: number }) =>
    new Refusal('rate_limited', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
});
