import { HttpException } from '@nestjs/common';
import { sqlStateOf, TimeIsUp } from '#database';
import { type ProblemCode } from '#contracts';
import { Refusal } from '#kernel';

const RETRY_SECONDS = 5;
const NETWORK_CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN'];
/**
 * Connection exceptions, refused log-ins of our own role, shutdowns, too many connections, read-only standby, disk full,
 * and what took longer than a statement, a lock or an idle transaction may.
 */
const UNAVAILABLE_STATES = /^(08...|28...|3D000|55000|57P0[1-5]|53...|25006|58030|57014|55P03|25P0[34])$/;
const CONNECTION_LOST =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Driver not Connected|Query runner already released/i;

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_request',
  401: 'not_signed_in',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  408: 'request_timeout',
  429: 'rate_limited',
  431: 'headers_too_large',
  503: 'dependency_unavailable',
};

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;

function isUnavailable(error: unknown): boolean {
  if (UNAVAILABLE_STATES.test(sqlStateOf(error) ?? '')) return true;
  if (NETWORK_CODES.includes(String(field(error, 'code')))) return true;
  const message = field(error, 'message');
  if (typeof message === 'string' && CONNECTION_LOST.test(message)) return true;
  const inner = field(error, 'driverError') ?? field(error, 'cause');
  return inner !== undefined && inner !== error && isUnavailable(inner);
}

/** The status that Nest or Fastify gave an error of their own, or null. */
function httpStatusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status = field(error, 'statusCode');
  return typeof status === 'number' && String(field(error, 'code')).startsWith('FST_') ? status : null;
}

const codeOf = (status: number): ProblemCode | null =>
  BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'malformed_request' : null);

/** Of a request whose time was up before its answer began. */
export const tookTooLong = (): Refusal => new Refusal('took_too_long', { retryAfterSeconds: RETRY_SECONDS });

/** The refusal that an error means to the caller; null when it is a fault of ours. */
export function refusalOfError(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof TimeIsUp) return tookTooLong();
  if (isUnavailable(error))
    return new Refusal('dependency_unavailable', { retryAfterSeconds: RETRY_SECONDS });
  const status = httpStatusOf(error);
  const code = status === null ? null : codeOf(status);
  if (code === null) return null;
  return new Refusal(code, code === 'malformed_request' ? { errors: [{ pointer: '', code: 'json' }] } : {});
}
