import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { Refusal } from '#kernel';
import { type ApiReply, type ApiRequest, headerOf } from './api-request.types.js';
import { isAskedByPerson } from './asked-by-person.js';
import { languageOf } from './language.js';
import { PROBLEM_TYPE, problemDocument } from './problem-document.js';
import { type SeenRequest } from './request-log.js';

/** What every answer carries that no route and no plugin saw. */
const BARE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': PROBLEM_TYPE,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
/** An address that no page has: the application says there what a person can do. */
const NOWHERE = '/not-found';
const FOUND = 302;
const TOO_LONG = 'FST_ERR_MAX_PARAM_LENGTH';

const fault = (pointer: string, code: string) =>
  new Refusal('malformed_request', { errors: [{ pointer, code }] });

const unreadable = ({ code }: { code?: string }): Refusal =>
  code === TOO_LONG ? new Refusal('not_found') : fault('/path', 'url');

/** Sends a person with a browser on to where a page says that nothing is there. */
function ledAway(reply: ApiReply): number {
  reply.header('content-type', 'text/plain').header('location', NOWHERE).code(FOUND).send('');
  return FOUND;
}

/** Answers with the refusal. */
function told(refusal: Refusal, request: ApiRequest, reply: ApiReply): number {
  const problem = problemDocument(refusal, request, languageOf(headerOf(request, 'accept-language')));
  const retryAfter = refusal.details['retryAfterSeconds'];
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  reply.code(problem.status).send(problem);
  return problem.status;
}

/** Counts and notes what no hook sees. */
interface Watch {
  refused: (code: string) => void;
  broken: (code: string | null) => void;
  count: (request: Caller, reply: ApiReply) => Promise<void>;
  note: (request: SeenRequest, answered: { statusCode: number; elapsedTime: number }) => void;
}
type Caller = Pick<ApiRequest, 'ip'>;

/** Answers what the router could not even compare with a route: a path that cannot be decoded, an endless segment. */
export class UnroutedAnswers {
  private watch: Watch | null = null;

  /** The answers are needed before the application is there that counts them. */
  watchedBy(watch: Watch): void {
    this.watch = watch;
  }

  readonly answer = async (
    error: { code?: string },
    request: ApiRequest,
    reply: UnroutedReply,
  ): Promise<void> => {
    const refused = await this.refused(request, reply);
    for (const [name, value] of Object.entries(BARE_HEADERS)) reply.header(name, value);
    reply.header('x-request-id', request.id);
    const isLed = refused === null && isAskedByPerson(request);
    const status = isLed ? ledAway(reply) : this.told(refused ?? unreadable(error), request, reply);
    const { id, method } = request;
    this.watch?.note({ id, method, url: '' }, { statusCode: status, elapsedTime: reply.elapsedTime });
  };

  /** Answers a connection on which no request could be read. Counted and without a line: there is nobody whom it could name. */
  readonly breakOff = (error: { code?: string }, socket: Socket): void => {
    this.watch?.broken(answerBrokenConnection(error, socket));
  };

  private told(refusal: Refusal, request: ApiRequest, reply: ApiReply): number {
    this.watch?.refused(refusal.code);
    return told(refusal, request, reply);
  }

  private async refused({ ip }: ApiRequest, reply: ApiReply): Promise<Refusal | null> {
    try {
      await this.watch?.count({ ip }, reply);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}
type UnroutedReply = ApiReply & { elapsedTime: number };

const HEADERS_TOO_LARGE = 'HPE_HEADER_OVERFLOW';
const TIMED_OUT = 'ERR_HTTP_REQUEST_TIMEOUT';
const refusalOfSocket = (code: string | undefined): Refusal => {
  if (code === HEADERS_TOO_LARGE) return new Refusal('headers_too_large');
  return code === TIMED_OUT ? new Refusal('request_timeout') : fault('', 'http');
};

/** Answers a connection on which no HTTP request could be read, and closes it; the code it was told, null where nobody listens. */
function answerBrokenConnection(error: { code?: string }, socket: Socket): string | null {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return null;
  }
  const id = randomUUID();
  const refusal = refusalOfSocket(error.code);
  const problem = problemDocument(refusal, { url: '/', id }, 'vi');
  const body = JSON.stringify(problem);
  const headers = {
    ...BARE_HEADERS,
    'x-request-id': id,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`);
  return refusal.code;
}
