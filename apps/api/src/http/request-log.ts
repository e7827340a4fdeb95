import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type LoggerService } from '@nestjs/common';
import { type Params } from 'nestjs-pino';

/** Where log lines go: one JSON object each. */
export interface LogStream {
  write(line: string): void;
}
interface SeenRequest {
  id: string;
  method: string;
  url: string;
}
const GIVEN_ID = /^[\w.-]{8,64}$/;
const shown = ({ id, method, url }: SeenRequest) => ({ id, method, path: url.split('?')[0] });

/** The id of a request: the caller's own where it is harmless, else a new one. */
export function requestIdOf(request: { headers: IncomingMessage['headers'] }): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();
}

/** Log lines carry method, path without query and request id: no bodies, headers, names or addresses. */
export function requestLog(level: string, stream?: LogStream): Params {
  return {
    pinoHttp: {
      ...(stream ? { stream } : {}),
      level,
      // The middleware runs once per mounted path, so the line of a request is written by a hook of Fastify instead.
      autoLogging: false,
      serializers: {
        req: shown,
        err: (error: { type?: string; code?: string }) => ({ type: error.type, code: error.code }),
      },
      redact: ['req.headers', 'res.headers', 'password', 'refreshToken', 'accessToken', 'email'],
    },
  };
}

/** Writes the one line of a finished request; health checks are not worth one. */
export function logRequest(
  logger: LoggerService,
  request: SeenRequest,
  reply: { statusCode: number; elapsedTime: number },
): void {
  if (request.url.startsWith('/health/')) return;
  const line = {
    msg: 'request completed',
    request: shown(request),
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
  };
  if (reply.statusCode >= 500) logger.error(line);
  else if (reply.statusCode >= 400) logger.warn(line);
  else logger.log(line);
}
