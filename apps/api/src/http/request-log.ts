import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type LoggerService } from '@nestjs/common';
import { type Params } from 'nestjs-pino';
import { type Subject } from '#observability';

/** Where log lines go: one JSON object each. */
export interface LogStream {
  write(line: string): void;
}
export interface SeenRequest {
  id: string;
  method: string;
  url: string;
  /** Of Fastify: the template of the route, none where no route fits. */
  routeOptions?: { url?: string | undefined };
  params?: unknown;
  principal?: { actor: { id: string } } | undefined;
  /** Where traces are made. */
  traceId?: string;
  /** What the work turned out to be about. */
  subject?: Subject;
}
const GIVEN_ID = /^[\w.-]{8,64}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The route and never the path: people put names, codes and secrets there. Null where no route fits. */
export const routeOf = ({ routeOptions }: Pick<SeenRequest, 'routeOptions'>): string | null =>
  routeOptions?.url ?? null;

/**
 * The id of a request: a new one, or that of a proxy in front. Of anybody else none is taken: ids stand in logs, where a
 * caller could write a name or another's id.
 */
export function requestIdOf(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  isProxy: (address: string) => boolean,
): string {
  const given = headers['x-request-id'];
  const isTaken = typeof given === 'string' && GIVEN_ID.test(given) && isProxy(socket.remoteAddress ?? '');
  return isTaken ? given : randomUUID();
}

/** Log lines carry ids, method and route: no paths, queries, bodies, headers, names or addresses. */
export function requestLog(level: string, stream?: LogStream): Params {
  return {
    pinoHttp: {
      ...(stream ? { stream } : {}),
      level,
      // The middleware runs once per mounted path, so the line of a request is written by a hook of Fastify instead.
      autoLogging: false,
      serializers: {
        req: ({ id, method }: SeenRequest) => ({ id, method }),
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
    ...whoAndWhat(request),
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
  };
  if (reply.statusCode >= 500) logger.error(line);
  else if (reply.statusCode >= 400) logger.warn(line);
  else logger.log(line);
}

/** What every line about a request names: the request itself, who acted, on what. */
export const whoAndWhat = (request: SeenRequest): Record<string, unknown> => ({
  request: { id: request.id, method: request.method, path: routeOf(request) },
  ...subjectsOf(request),
});

/** Who acted on what, as ids. */
export function subjectsOf(request: SeenRequest): Record<string, string> {
  const actorId = request.principal?.actor.id;
  const dossierId = idUnder(request, '/api/v1/dossiers/:id') ?? request.subject?.dossierId ?? null;
  const projectId = idUnder(request, '/api/v1/projects/:id');
  const { traceId } = request;
  return {
    ...(traceId === undefined ? {} : { traceId }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(dossierId === null ? {} : { dossierId }),
    ...(projectId === null ? {} : { projectId }),
  };
}

/** The id that a route below this one names; a parameter that is no id is somebody's text. */
function idUnder(request: SeenRequest, route: string): string | null {
  const { id } = (request.params ?? {}) as { id?: unknown };
  const names = typeof id === 'string' && UUID.test(id) && (routeOf(request) ?? '').startsWith(route);
  return names ? id.toLowerCase() : null;
}
