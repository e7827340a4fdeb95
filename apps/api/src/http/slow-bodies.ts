import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '#kernel';
import { type ApiRequest, headerOf } from './api-request.types.js';
import { languageOf } from './language.js';
import { PROBLEM_TYPE, problemDocument } from './problem-document.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

type Headed = Pick<ApiRequest, 'headers'>;

/** Whether files are on their way, which are read as they arrive. */
export const isUpload = ({ headers }: Headed): boolean =>
  String(headers['content-type']).startsWith('multipart/');

/** Whether a body is on its way that is read whole before anything is done. */
function awaitsBody(request: Headed): boolean {
  const { headers } = request;
  const isThere = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return isThere && !isUpload(request);
}

/** Refuses a JSON body that does not arrive in time with `request_timeout`, and lets go of its connection. */
export function limitSlowBodies(fastify: Fastify, seconds: number): void {
  const waiting = new WeakMap<object, NodeJS.Timeout>();
  const arrived = (request: object) => clearTimeout(waiting.get(request));
  fastify.addHook('onRequest', (request, reply, done) => {
    if (awaitsBody(request)) {
      const giveUp = () => {
        if (reply.sent) return;
        const language = languageOf(headerOf(request, 'accept-language'));
        const problem = problemDocument(new Refusal('request_timeout'), request, language);
        reply.raw.once('finish', () => request.raw.destroy());
        void reply.code(problem.status).type(PROBLEM_TYPE).header('connection', 'close').send(problem);
      };
      waiting.set(request, setTimeout(giveUp, seconds * 1000).unref());
    }
    done();
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    arrived(request);
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    arrived(request);
    done();
  });
}
