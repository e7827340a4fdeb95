import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { Refusal } from '#kernel';
import { type ApiReply, type ApiRequest, headerOf } from './api-request.types.js';
import { languageOf } from './language.js';
import { PROBLEM_TYPE, problemDocument } from './problem-document.js';
import { requestIdOf } from './request-log.js';

/** What every answer carries that no route and no plugin saw. */
const BARE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': PROBLEM_TYPE,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
const TOO_LONG = 'FST_ERR_MAX_PARAM_LENGTH';

const fault = (pointer: string, code: string) =>
  new Refusal('malformed_request', { errors: [{ pointer, code }] });

/** Answers what the router could not even compare with a route: a path that cannot be decoded, an endless segment. */
export function answerUnroutable(error: { code?: string }, request: ApiRequest, reply: ApiReply): void {
  const refusal = error.code === TOO_LONG ? new Refusal('not_found') : fault('/path', 'url');
  const problem = problemDocument(refusal, request, languageOf(headerOf(request, 'accept-language')));
  for (const [name, value] of Object.entries(BARE_HEADERS)) reply.header(name, value);
  reply.header('x-request-id', request.id).code(problem.status).send(problem);
}

const HEADERS_TOO_LARGE = 'HPE_HEADER_OVERFLOW';
const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT';
const refusalOfSocket = (code: string | undefined): Refusal => {
  if (code === HEADERS_TOO_LARGE) return new Refusal('headers_too_large');
  return code === TIMED_OUT ? new Refusal('request_timeout') : fault('', 'http');
};

/** Answers a connection on which no HTTP request could be read, and closes it. */
export function answerBrokenConnection(error: { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const id = requestIdOf({ headers: {} });
  const problem = problemDocument(refusalOfSocket(error.code), { url: '/', id }, 'vi');
  const body = JSON.stringify(problem);
  const headers = {
    ...BARE_HEADERS,
    'x-request-id': id,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
}
