import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { startTracing, type TraceSettings } from '#observability';
import { routeOf, subjectsOf } from '../http/request-log.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** Traces requests and what they set going; `traceparent` is taken from the caller and given back. */
export async function traceRequests(fastify: Fastify, settings: TraceSettings): Promise<void> {
  const tracing = await startTracing(settings, 'techgate-api');
  const spans = new WeakMap<object, ReturnType<typeof tracing.request>>();
  fastify.addHook('onRequest', (request, reply, done) => {
    const { traceparent } = request.headers;
    const span = tracing.request({
      method: request.method,
      traceparent: typeof traceparent === 'string' ? traceparent : undefined,
    });
    spans.set(request, span);
    Object.assign(request, { traceId: span.traceId });
    reply.header('traceparent', span.traceparent);
    done();
  });
  // Only here: what parses a body before may lose the context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const span = spans.get(request);
    if (span === undefined) done();
    else span.within(done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = routeOf(request) ?? 'none';
    spans.get(request)?.answered({ route, status: reply.statusCode, ids: subjectsOf(request) });
    done();
  });
  fastify.addHook('onClose', () => tracing.close());
}
