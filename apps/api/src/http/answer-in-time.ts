import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TimeBudget } from '#database';
import { type ApiReply, type ApiRequest } from './api-request.types.js';
import { tookTooLong } from './refusal-of-error.js';
import { isUpload } from './slow-bodies.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;
interface Answering {
  answerError: (error: unknown, request: ApiRequest, reply: ApiReply) => void;
}

/**
 * Gives every request a time within which its answer begins, shared by all that it waits for. When it is over the
 * request is refused with `took_too_long`, and what it still does in the database is given up. What flows on once the
 * answer has begun (downloads, exports, events) has limits of its own.
 */
export function answerInTime(
  fastify: Fastify,
  seconds: { request: number; upload: number },
  problems: Answering,
): void {
  const clocks = new WeakMap<object, NodeJS.Timeout>();
  // Only here: what parses a body before may lose the context.
  fastify.addHook('preHandler', (request, reply, done) => {
    const budget = new TimeBudget();
    const giveUp = () => {
      budget.end();
      problems.answerError(tookTooLong(), request, reply);
    };
    // A file is read while it is answered: how long it may take to arrive is held elsewhere.
    const most = seconds.request + (isUpload(request) ? seconds.upload : 0);
    clocks.set(request, setTimeout(giveUp, most * 1000).unref());
    budget.within(done);
  });
  fastify.addHook('onSend', (request, _reply, payload, done) => {
    clearTimeout(clocks.get(request));
    done(null, payload);
  });
}
