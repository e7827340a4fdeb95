import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Subject } from '#observability';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** Keeps for each request what its work says that it is about: of a document or a task the path names no dossier. */
export function keepSubjects(fastify: Fastify): void {
  // Only here: what parses a body before may lose the context.
  fastify.addHook('preHandler', (request, _reply, done) => {
    const subject = new Subject();
    Object.assign(request, { subject });
    subject.within(done);
  });
}
